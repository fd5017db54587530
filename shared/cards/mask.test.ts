import { expect, test } from "vitest";
import { maskCard, maskName, maskPhone } from "./mask.ts";

test.each([
  ["13800138000", "138****8000"],
  ["1380013", "*****13"],
  ["13800138", "138*0138"],
  ["12", "12"],
  ["", ""],
])("phone %j is shown as %j", (phone, shown) => expect(maskPhone(phone)).toBe(shown));

test.each([
  ["9162840195733456", "91** **** **** 3456"],
  ["4815162342", "48** **23 42"],
  ["48151623", "48** 1623"],
  ["1234567", "*****67"],
  ["12345", "***45"],
])("card %j is shown as %j", (number, shown) => expect(maskCard(number)).toBe(shown));

test.each([
  ["张伟", "张*"],
  ["欧阳文静", "欧***"],
  ["李", "李*"],
  ["𠮷田", "𠮷*"],
  ["  王芳 ", "王*"],
  ["John Smith", "J***"],
  ["Ed", "E***"],
  ["Étienne", "É***"],
  ["", ""],
  ["  ", ""],
])("name %j is shown as %j", (name, shown) => expect(maskName(name)).toBe(shown));
