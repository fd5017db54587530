import { formatsOf } from "../../format.ts";

const f = formatsOf("zh-CN");

/** Texts of the goods. */
export const zh = {
  title: "商品",
  lead: "收银台能扫到的商品；通常由收银或 ERP 系统导入，这里可以查找和改正。",
  search: "查找",
  searchHint: "名称、编号或条码",
  category: (level: number) => ["大类", "中类", "小类"][level] ?? `第 ${level + 1} 级`,
  anyCategory: "全部",
  found: (count: number) => `共 ${f.count(count)} 种商品`,
  product: "商品",
  sku: "编号",
  barcode: "条码",
  inCategory: "分类",
  price: "售价",
  noPrice: "无售价",
  kind: "类型",
  kinds: { "goods": "实物", "service": "服务", "gift-card": "购物卡" },
  kindHint: "购物卡不积分，也不能用积分抵扣",
  state: "状态",
  states: { listed: "在售", hidden: "已下架" },
  anyState: "全部",
  none: "无",
  noneTitle: "还没有商品",
  noneText: "商品由收银或 ERP 系统用接口导入；导入前，收银台可以直接输入金额。",
  nothingTitle: "没有这样的商品",
  nothingText: "换个词试试，或选另一个分类。",
  editTitle: (name: string) => `修改 ${name}`,
  nameZh: "中文名称",
  nameEn: "英文名称",
  barcodeRule: "只能用字母、数字和 . : / - _，最多 64 个",
  unit: "单位",
  weighed: "称重商品",
  listed: "在售",
  listedHint: "下架后收银台找不到它；以前的销售和规则不变",
  importHint: "下一次导入同一编号时，名称、价格、条码会按导入的内容更新；类型和下架状态保留。",
  save: "保存",
  saved: "商品已保存",
};

/** Shape that every language of the goods has. */
export type GoodsWording = typeof zh;
