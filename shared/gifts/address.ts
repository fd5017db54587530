/** Where a gift is sent to. The rules stand here without schemas, for the phone that checks while one
 *  types; the schema in order.ts is made of them. @module */

export type Address = {
  name: string;
  phone: string;
  /** Province, city and district. */
  region: string;
  /** Street, house and door. */
  street: string;
};

/** Most characters of each line. */
export const addressMax = { name: 40, region: 60, street: 120 } as const;
/** A mainland mobile number. */
export const mobilePattern = /^1[3-9]\d{9}$/;

/** The lines that are empty, too long or no phone number. */
export const wrongLines = (address: Address): (keyof Address)[] => [
  ...(["name", "region", "street"] as const).filter((line) => {
    const { length } = address[line].trim();
    return length === 0 || length > addressMax[line];
  }),
  ...(mobilePattern.test(address.phone) ? [] : ["phone" as const]),
];

/** As it is sent: without spaces around the lines. */
export const trimmed = ({ name, phone, region, street }: Address): Address => ({
  name: name.trim(),
  phone,
  region: region.trim(),
  street: street.trim(),
});
