/** The demo chain's brands and stores. @module */

export const hexin = "brd_hexin";
export const muchen = "brd_muchen";

export const brands = [
  { id: hexin, nameZh: "和信超市", nameEn: "Hexin Market", colour: "#c8402f" },
  { id: muchen, nameZh: "沐晨烘焙", nameEn: "Muchen Bakery", colour: "#8a5a2b" },
] as const;

export type DemoStore = {
  id: string;
  brandId: string;
  code: string;
  nameZh: string;
  nameEn: string;
  city: string;
  address: string;
  phone: string;
  /** Share of the brand's visits. */
  share: number;
};

export const stores: readonly DemoStore[] = [
  {
    id: "sto_hexin_renmin",
    brandId: hexin,
    code: "H01",
    nameZh: "和信超市 人民路店",
    nameEn: "Hexin Market Renmin Road",
    city: "杭州",
    address: "杭州市上城区人民路 218 号",
    phone: "0571-8702 6618",
    share: 0.42,
  },
  {
    id: "sto_hexin_binjiang",
    brandId: hexin,
    code: "H02",
    nameZh: "和信超市 滨江店",
    nameEn: "Hexin Market Binjiang",
    city: "杭州",
    address: "杭州市滨江区江南大道 1088 号",
    phone: "0571-8669 3320",
    share: 0.33,
  },
  {
    id: "sto_hexin_gulou",
    brandId: hexin,
    code: "H03",
    nameZh: "和信超市 鼓楼店",
    nameEn: "Hexin Market Gulou",
    city: "宁波",
    address: "宁波市海曙区公园路 66 号",
    phone: "0574-8732 1905",
    share: 0.25,
  },
  {
    id: "sto_muchen_hubin",
    brandId: muchen,
    code: "M01",
    nameZh: "沐晨烘焙 湖滨店",
    nameEn: "Muchen Bakery Lakeside",
    city: "杭州",
    address: "杭州市上城区学士路 25 号",
    phone: "0571-8791 5527",
    share: 0.6,
  },
  {
    id: "sto_muchen_tianyi",
    brandId: muchen,
    code: "M02",
    nameZh: "沐晨烘焙 天一店",
    nameEn: "Muchen Bakery Tianyi",
    city: "宁波",
    address: "宁波市海曙区药行街 132 号",
    phone: "0574-8727 6640",
    share: 0.4,
  },
];

export const storesOf = (brandId: string): DemoStore[] =>
  stores.filter((s) => s.brandId === brandId);
