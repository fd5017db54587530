import { Gift } from "lucide-preact";
import { useState } from "preact/hooks";
import {
  Badge,
  Banner,
  BarChart,
  Button,
  CodeInput,
  CountdownRing,
  Field,
  formats,
  LineChart,
  NumberPad,
  Pager,
  Panel,
  PinPad,
  Progress,
  QrCode,
  ReceiptLine,
  ReceiptPaper,
  ReceiptRule,
  Segmented,
  SelectField,
  Sparkline,
  Switch,
  Table,
  Tabs,
  TierBadge,
} from "../../shared/ui/index.ts";
import type { BenchState } from "./state.ts";

const nothing = () => {};
const months = ["1 月", "2 月", "3 月", "4 月", "5 月", "6 月", "7 月", "8 月"];
const series = [4_820, 3_910, 5_240, 6_180, 5_770, 7_930, 8_450, 8_120];
const points = months.map((label, index) => ({ label, value: series[index] ?? 0 }));

function Controls() {
  const [text, setText] = useState("林晓梅");
  const [on, setOn] = useState(true);
  const [side, setSide] = useState<"a" | "b">("a");
  return (
    <main class="screen">
      <h1>组件</h1>
      <div class="inline">
        <Button variant="primary" icon={<Gift />}>立即兑换</Button>
        <Button>取消</Button>
        <Button variant="quiet">查看章程</Button>
        <Button variant="danger">退出登录</Button>
        <Button variant="primary" busy>提交</Button>
        <Button disabled>不可用</Button>
      </div>
      <Field label="姓名" value={text} onInput={setText} hint="小票上会这样称呼您" />
      <Field label="手机号" value="1381648" onInput={nothing} error="请输入 11 位手机号" />
      <SelectField
        label="门店"
        value={side}
        onChange={setSide}
        options={[{ value: "a", label: "南京西路店" }, { value: "b", label: "五角场店" }]}
      />
      <CodeInput value="2048" onInput={nothing} />
      <Switch label="积分到账通知" hint="每次变动都告诉我" checked={on} onChange={setOn} />
      <Segmented
        label="范围"
        value={side}
        onChange={setSide}
        options={[{ value: "a", label: "本店" }, { value: "b", label: "全部门店", count: 5 }]}
      />
      <Tabs
        label="页"
        value={side}
        onChange={setSide}
        options={[{ value: "a", label: "商品" }, { value: "b", label: "会员" }]}
      >
        <p>{side === "a" ? "商品页" : "会员页"}</p>
      </Tabs>
      <Signs />
    </main>
  );
}

const Signs = () => (
  <>
    <div class="inline">
      {["普卡", "银卡", "金卡", "翡翠卡", "墨金卡"].map((name, rank) => (
        <TierBadge key={name} name={name} rank={rank} />
      ))}
    </div>
    <div class="inline">
      <Badge>草稿</Badge>
      <Badge tone="good">已生效</Badge>
      <Badge tone="gold">还差 120</Badge>
      <Badge tone="warn">即将到期</Badge>
      <Badge tone="danger">已冻结</Badge>
      <Badge tone="info">新</Badge>
      <Badge tone="accent">待领取</Badge>
    </div>
    <Banner tone="warn" title="手机时间有变动">请联网校准</Banner>
    <Banner tone="danger" title="没有保存成功">请稍后再试</Banner>
    <Banner tone="good" title="已保存" />
    <Progress label="升级进度" value={0.62} tone="gold" />
    <CountdownRing left={9} of={15} label="还剩 9 秒" />
  </>
);

const Pads = () => (
  <main class="screen">
    <h1>键盘</h1>
    <PinPad label="请输入 6 位支付密码" value="204" onInput={nothing} />
    <NumberPad value="88.5" maxLength={9} extra="point" onInput={nothing} />
  </main>
);

const Numbers = () => (
  <main class="screen">
    <h1>图表与表格</h1>
    <Panel title="每月发放积分">
      <LineChart title="每月发放积分" points={points} format={formats.value.count} />
    </Panel>
    <Panel title="每月新会员">
      <BarChart title="每月新会员" points={points} format={formats.value.count} tone="good" />
    </Panel>
    <Sparkline title="近八月" values={series} format={formats.value.count} />
    <Table
      caption="门店"
      columns={[
        { key: "name", title: "门店", cell: (row) => row.label, sortable: true },
        { key: "value", title: "积分", cell: (row) => row.value, numeric: true, sortable: true },
      ]}
      rows={points}
      rowKey={(row) => row.label}
      sort={{ key: "value", descending: true }}
      onSort={nothing}
      onOpen={nothing}
    />
    <Pager text="第 1–8 条，共 120 条" onPrevious={null} onNext={nothing} />
  </main>
);

const Receipt = () => (
  <main class="screen">
    <h1>小票</h1>
    <ReceiptPaper label="兑换单">
      <h2>福满鲜生</h2>
      <p class="center">南京西路店</p>
      <ReceiptRule />
      <ReceiptLine name="五常大米 5 千克" value="2,800 分" strong />
      <ReceiptLine name="兑换时间" value="2026-11-22 15:42" />
      <QrCode text="92403817265590184476" label="兑换码" />
      <p class="center">9240 3817 2655 9018 4476</p>
      <ReceiptRule />
      <p class="center">凭此单到服务台领取</p>
    </ReceiptPaper>
  </main>
);

/** The components themselves. */
export const uiStates: BenchState[] = [
  { name: "ui-controls", outside: true, draw: () => <Controls /> },
  { name: "ui-pads", outside: true, draw: () => <Pads /> },
  { name: "ui-numbers", outside: true, draw: () => <Numbers /> },
  { name: "ui-receipt", outside: true, draw: () => <Receipt /> },
];
