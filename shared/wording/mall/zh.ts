import type { GiftKind } from "../../gifts/kinds.ts";
import type { OrderState } from "../../gifts/order.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("zh-CN");

/** Texts of the mall that phone, kiosk and counter share. */
export const zh = {
  kinds: {
    goods: "实物",
    service: "到店服务",
    event: "会员活动",
    bundle: "组合",
    virtual: "即时到账",
    coupon: "优惠券",
    "stored-value": "储值",
    cash: "现金",
  } as Record<GiftKind, string>,
  /** The price in one line. */
  price: (points: number, fen: number) =>
    fen > 0 ? `${f.count(points)} 积分 + ${f.moneyShort(fen)}` : `${f.count(points)} 积分`,
  plusMoney: (fen: number) => `+ ${f.moneyShort(fen)}`,
  was: "原价",
  quantity: (count: number) => `× ${f.count(count)}`,
  // shelves
  shelves: "货架",
  allShelves: "全部",
  otherShelf: "更多礼品",
  sort: "排序",
  sorts: { house: "推荐", up: "积分从低到高", down: "积分从高到低" },
  within: "只看现在能换的",
  noneWithin: "现在还没有能换的",
  noneWithinHint: "攒几天积分，或看看全部礼品。",
  showAll: "看全部",
  // marks
  flash: "限时价",
  flashSoon: "即将开抢",
  flashEnds: (left: string) => `距结束 ${left}`,
  flashBegins: (left: string) => `距开始 ${left}`,
  flashTitle: "限时抢兑",
  flashLeft: (count: number) => `仅剩 ${f.count(count)} 份`,
  countdown: (days: number, clock: string) => days > 0 ? `${f.count(days)} 天 ${clock}` : clock,
  promoted: "超值优选",
  limited: "限时限量",
  tierPrice: "等级价",
  bundle: "组合价",
  delivery: "可配送",
  menu: "现做",
  // facts
  tierPrices: "等级专享价",
  tierFrom: (name: string) => `${name}起`,
  parts: "组合内含",
  partLine: (name: string, pieces: number) => `${name} × ${f.count(pieces)}`,
  event: "活动时间",
  venue: "地点",
  places: "名额",
  placesLeft: (left: number, all: number) => `剩 ${f.count(left)} 个，共 ${f.count(all)} 个`,
  memberDay: (count: number) => `每人每天限兑 ${f.count(count)} 份`,
  day: (count: number) => `每天限量 ${f.count(count)} 份`,
  money: "到店支付",
  moneyHint: (fen: number) => `领取时在收银台支付 ${f.money(fen)}`,
  from: (at: number) => `${f.dateTime(at)} 开始`,
  until: (at: number) => `${f.dateTime(at)} 结束`,
  // why not
  notYet: "即将开放",
  limitToday: "今日已兑",
  goneToday: "今日兑完",
  eventFull: "名额已满",
  // receiving
  way: "领取方式",
  ways: { "pick-up": "到店自提", delivery: "快递到家" },
  pickUpHint: (store: string) => `到${store}出示兑换码领取`,
  deliveryHint: (store: string) => `由${store}打包寄出，免运费`,
  // orders
  order: "配送",
  orderNumber: "订单号",
  orderStates: {
    placed: "待打包",
    packed: "待发货",
    shipped: "运送中",
    received: "已签收",
    cancelled: "已取消",
  } as Record<OrderState, string>,
  steps: {
    placed: "已下单",
    packed: "已打包",
    shipped: "已发货",
    received: "已签收",
    cancelled: "已取消，积分已退回",
  } as Record<OrderState, string>,
  carrier: "快递公司",
  tracking: "快递单号",
  copy: "复制单号",
  copied: "已复制",
  address: "收货地址",
  showAddress: "查看收货地址",
  addressTitle: "寄到哪里",
  name: "收货人",
  nameRule: "请填写收货人姓名",
  phoneRule: "请填写 11 位手机号",
  region: "省、市、区",
  regionHint: "例如：浙江省 杭州市 西湖区",
  regionRule: "请填写省、市、区",
  street: "详细地址",
  streetHint: "街道、门牌、楼栋、房号",
  streetRule: "请填写详细地址",
  addressPrivacy: "只用于寄送这件礼品，加密保存。",
  addressNext: "下一步：输入密码",
  addressEdit: "修改地址",
  received: "确认收货",
  receivedAsk: "已经收到礼品了吗？",
  receivedHint: "确认后订单就完成了。",
  receivedYes: "收到了",
  receivedNo: "还没有",
  receivedDone: "已确认收货",
  sentHint: "发货后可在这里看到快递单号。",
  // tickets
  ticketEvent: "入场凭证，请在活动当天出示",
  ticketMoney: (fen: number) => `领取时还需支付 ${f.money(fen)}`,
  paid: "已付",
};

/** Shape that every language of these texts has. */
export type MallWording = typeof zh;
