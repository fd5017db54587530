/** How numbers are typed, for the keyboards of tablets. @module */
export const money = { inputMode: "decimal", autocomplete: "off", maxLength: 14 } as const;
export const whole = { inputMode: "numeric", autocomplete: "off", maxLength: 12 } as const;
