import { formatsOf } from "../format.ts";

const f = formatsOf("zh-CN");

/** Texts of the device itself: starting, pairing, losing the network. */
export const device = {
  starting: "正在启动…",
  pairing: {
    title: "设置这台终端",
    lead: "选好用途和名称，再请店长批准。只需设置一次。",
    step: (now: number, of: number) => `第 ${now} 步，共 ${of} 步`,
    kiosk: "自助机",
    kioskHint: "给会员自己用：查积分、兑礼品",
    counter: "收银台",
    counterHint: "给店员用：收银、退货、核销、开卡",
    use: "用途",
    label: "终端名称",
    labelHint: "写清楚位置，方便在后台辨认",
    labels: {
      kiosk: ["入口自助机", "服务台自助机", "生鲜区自助机"],
      counter: ["1 号收银台", "2 号收银台", "服务台"],
    },
    getCode: "获取配对码",
    codeTitle: "请店长批准这台终端",
    codeLabel: "配对码",
    how: [
      "店长在电脑上打开管理台",
      "进入「终端」，选择「批准新终端」",
      "输入下面的配对码",
    ],
    waiting: "等待批准，批准后会自动开始",
    expiresIn: (minutes: number) => `${minutes} 分钟内有效`,
    expiresSoon: "即将失效",
    over: "配对码已失效",
    overHint: "配对码 10 分钟内有效，只能用一次。",
    again: "重新获取",
    startOver: "返回修改",
    consoleAt: (address: string) => `管理台：${address}`,
  },
  revoked: {
    title: "这台终端已停用",
    hint: "店长在管理台解除了配对。需要重新配对才能继续使用。",
    action: "重新配对",
  },
  clock: {
    title: "终端时间不准",
    hint: "请在系统设置中打开自动校时，然后重试。",
  },
  trouble: {
    title: "还没有连上积福",
    hint: "请检查这台终端的网络。连上后会自动继续。",
  },
  offline: {
    title: "网络已断开",
    kiosk: "暂时不能查询和兑换，恢复后自动继续。",
  },
  camera: {
    start: "打开相机扫码",
    stop: "关闭相机",
    aim: "把会员码放进取景框",
    view: "相机画面",
  },
  problem: {
    unknownTitle: "连不上网络",
    unknownHint: "没有收到回复，请稍后再试。",
    triesLeft: (count: number) => `还可以再试 ${count} 次`,
    lockedUntil: (at: number) => `${f.time(at)} 后可以再试`,
    retryAfter: (seconds: number) => `请等 ${seconds} 秒`,
    pointsMissing: (points: number) => `还差 ${f.count(points)} 分`,
    opensAt: (at: number) => `${f.dateTime(at)} 开始兑换`,
    closedAt: (at: number) => `已于 ${f.dateTime(at)} 结束`,
    limit: (count: number) => `每人限 ${f.count(count)} 份`,
    limitFen: (fen: number) => `你的额度是 ${f.money(fen)}`,
    debt: (points: number) => `欠 ${f.count(points)} 分`,
    leftToReturn: (fen: number) => `最多还可退 ${f.money(fen)}`,
    usedAt: (at: number) => `核销时间 ${f.dateTime(at)}`,
    store: (name: string) => `领取门店：${name}`,
  },
};
