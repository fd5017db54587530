/** Texts of the stores. */
export const zh = {
  title: "门店",
  lead: "每家门店的地址、终端和人员。",
  add: "添加门店",
  find: "查找",
  findHint: "名称、编号或地址",
  store: "门店",
  code: "门店编号",
  codeRule: "只能用字母、数字和短横线，最多 20 个",
  city: "城市",
  address: "地址",
  phone: "电话",
  terminals: "终端",
  staff: "员工",
  state: "状态",
  states: { open: "营业中", closed: "已停业" },
  noneTitle: "还没有门店",
  noneText: "添加门店后，就能配对终端、安排员工。",
  brand: "品牌",
  nameZh: "中文名称",
  nameEn: "英文名称",
  addTitle: "添加门店",
  editTitle: (name: string) => `编辑 ${name}`,
  open: "营业中",
  openHint: "停业后，门店的终端不能再交易",
  save: "保存",
  saved: "门店已保存",
  added: "门店已添加",
};

/** Shape that every language of the stores has. */
export type StoresWording = typeof zh;
