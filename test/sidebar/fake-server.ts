import { Refusal, type Remote } from "../../sidebar/rpc";
import type {
  AxisCard,
  BacktestView,
  ByCause,
  ColumnsView,
  CustomerCard,
  CustomerRow,
  FindingView,
  ForecastLine,
  ForecastLines,
  ForecastView,
  HomeView,
  LimitsView,
  MovementView,
  OverrideView,
  ParetoView,
  PastView,
  Place,
  PresetsView,
  PreviewView,
  Question,
  RemovalLine,
  Server,
  SetupDraft,
  StartView,
  UndoView,
} from "../../src/edge/views";

/** Customers, orders and answers as a server would give them, and a record of what was asked of it. */

export const place = (a1 = "B7"): Place => ({ sheetId: 1, sheet: "Customers", a1 });

export const draft: SetupDraft = {
  customers: 1,
  orders: 2,
  contacts: 4,
  backlog: null,
  columns: {},
  answers: {},
  base: "USD",
  rates: {},
  limits: { A: 1_000_000, B: 300_000, C: 100_000 },
};

export const start = (changes: Partial<StartView> = {}): StartView => ({
  draft,
  customers: { sheetId: 1, sheet: "Customers", rows: 412 },
  orders: { sheetId: 2, sheet: "Orders", rows: 1530 },
  contacts: { sheetId: 4, sheet: "Mails", rows: 88 },
  sheets: [
    { sheetId: 1, sheet: "Customers" },
    { sheetId: 2, sheet: "Orders" },
    { sheetId: 3, sheet: "Products" },
    { sheetId: 4, sheet: "Mails" },
  ],
  columnsToAdd: 6,
  problem: "",
  ...changes,
});

/** Which comes first, day or month. */
export const question = (changes: Partial<Question> = {}): Question => ({
  id: "dates",
  ask: "day_order",
  header: "Last contact",
  cells: 12,
  example: "03/04/2025",
  options: ["dmy", "mdy"].map((value) => ({ value, label: "" })),
  proposal: "",
  answer: "",
  place: place("E4"),
  ...changes,
});

export const columns = (changes: Partial<ColumnsView> = {}): ColumnsView => ({
  fields: [
    {
      id: "name",
      label: "Company",
      table: "customers",
      header: "Company Name",
      samples: ["Northwind GmbH", "Sol y Mar S.A."],
    },
    {
      id: "country",
      label: "Country",
      table: "customers",
      header: "Country/Region",
      samples: ["Germany", "Mexico"],
    },
    { id: "owner", label: "Owner", table: "customers", header: "", samples: [] },
    { id: "order.day", label: "Order day", table: "orders", header: "Date", samples: ["2026-03-01", "2026-05-20"] },
    { id: "contact.day", label: "Contact day", table: "contacts", header: "When", samples: ["2026-11-02"] },
  ],
  headers: {
    customers: ["Company Name", "Country/Region", "Sales Rep"],
    orders: ["Date", "Amount"],
    contacts: ["When", "Who"],
  },
  questions: [
    question({
      id: "amount",
      ask: "column",
      header: "年采购额",
      cells: 35,
      example: "",
      options: ["annual", "buyer_volume"].map((value) => ({ value, label: value })),
      place: place("F4"),
    }),
    question({ id: "dates", proposal: "dmy" }),
  ],
  named: true,
  ...changes,
});

const unread: FindingView = {
  kind: "unreadable",
  field: "Bought in 12 months",
  text: "约3万",
  detail: "",
  count: 0,
  place: place("F23"),
};

const noted: FindingView = {
  kind: "duplicate",
  field: "",
  text: "Acme GmbH",
  detail: "",
  count: 9,
  place: place("A9"),
};

const tierCounts = [
  { id: "A", label: "A", count: 5 },
  { id: "B", label: "B", count: 14 },
  { id: "C", label: "C", count: 38 },
  { id: "D", label: "D", count: 96 },
  { id: "unrated", label: "Unrated", count: 259 },
];

const levelCounts = [
  { id: "overdue", label: "overdue", count: 21 },
  { id: "due", label: "due", count: 18 },
  { id: "soon", label: "soon", count: 35 },
  { id: "on_track", label: "on track", count: 94 },
  { id: "silent", label: "long silent", count: 214 },
  { id: "hold", label: "on hold", count: 6 },
  { id: "unrated", label: "unrated", count: 24 },
];

export const limits = (changes: Partial<LimitsView> = {}): LimitsView => ({
  currencies: ["USD", "CNY", "EUR"],
  rates: [{ currency: "EUR", cells: 35, rate: null }],
  counts: tierCounts,
  round: { A: 500_000, B: 200_000, C: 50_000 },
  problems: [],
  ...changes,
});

export const preview = (changes: Partial<PreviewView> = {}): PreviewView => ({
  fingerprint: "f1",
  day: "2026-11-22",
  first: false,
  customers: 412,
  columnsToAdd: 0,
  cells: 812,
  tiers: tierCounts,
  levels: levelCounts,
  changes: {
    total: 2,
    up: 1,
    down: 1,
    list: [
      { company: "Northwind GmbH", from: "B", to: "A", why: "USD 1,204,000 in 12 months", place: place("A9") },
      { company: "Sol y Mar S.A.", from: "C", to: "D", why: "USD 41,000 in 12 months", place: place("A12") },
    ],
  },
  unread: { total: 1, list: [unread] },
  noted: { total: 1, list: [noted] },
  differs: {
    total: 1,
    keep: 1,
    unrated: 0,
    column: "客户等级",
    list: [
      {
        key: "k1",
        company: "Northwind GmbH",
        yours: "B",
        ours: "A",
        clash: [],
        why: "USD 1,204,000 in 12 months",
        place: place("A9"),
      },
    ],
  },
  notices: [],
  faulty: [],
  policy: { total: 0, list: [], more: 0, rows: 0 },
  rebased: null,
  ...changes,
});

export const row = (changes: Partial<CustomerRow> = {}): CustomerRow => ({
  key: "k1",
  company: "Northwind GmbH",
  owner: "Amy",
  level: "overdue",
  levelLabel: "overdue",
  group: "overdue",
  next: "Offer the upgrade",
  over: 5,
  tier: "A",
  tierLabel: "A",
  why: "tier A: every 14 days; last contact 2026-11-03",
  place: place("A9"),
  ...changes,
});

export const override = (changes: Partial<OverrideView> = {}): OverrideView => ({
  key: "k1",
  company: "Northwind GmbH",
  axis: "value",
  axisLabel: "Tier",
  class: "A",
  classLabel: "A",
  reason: "key account",
  until: "2026-12-31",
  by: "Ben",
  day: "2026-11-02",
  state: "",
  place: place("A9"),
  ...changes,
});

export const home = (changes: Partial<HomeView> = {}): HomeView => ({
  day: "2026-11-22",
  tiers: tierCounts,
  levels: levelCounts,
  owners: [
    { owner: "Amy", count: 41, due: 1, wake: 0 },
    { owner: "Ben", count: 12, due: 1, wake: 1 },
    { owner: "", count: 3, due: 1, wake: 0 },
  ],
  me: "",
  today: [
    row(),
    row({ key: "k2", company: "Sol y Mar S.A.", owner: "Ben", level: "due", levelLabel: "due", group: "due", over: 0 }),
    row({ key: "k3", company: "Atlas", owner: "", level: "soon", levelLabel: "soon", group: "reply", over: -1 }),
  ],
  limit: 10,
  wake: [
    row({
      key: "k4",
      company: "Old Friend Ltd",
      owner: "Ben",
      level: "silent",
      levelLabel: "long silent",
      group: "",
      over: 400,
    }),
  ],
  logged: null,
  axes: [
    { id: "region", label: "Region", shown: false },
    { id: "stage", label: "Stars", shown: true },
  ],
  overrides: { total: 0, list: [] },
  unread: { total: 1, list: [unread] },
  noted: { total: 1, list: [noted] },
  notices: [],
  faulty: [],
  openQuestions: 0,
  question: null,
  schedule: { on: false, hour: 8, owner: "", mine: false, lastRun: null, lastError: "", nextRun: "" },
  month: null,
  undo: { at: "2026-11-22T14:05", cells: 812, who: "Amy" },
  who: "Amy",
  ...changes,
});

export const undone = (changes: Partial<UndoView> = {}): UndoView => ({
  outcome: "undone",
  restored: 1,
  left: { total: 0, list: [] },
  home: home({ undo: null }),
  ...changes,
});

export const byCause = (changes: Partial<ByCause> = {}): ByCause => ({
  data: 0,
  policy: 0,
  time: 0,
  hand: 0,
  undo: 0,
  ...changes,
});

type Mover = MovementView["months"][number]["cells"][number]["customers"][number];

export const mover = (key: string, company: string, cause: Mover["cause"], changes: Partial<Mover> = {}): Mover => ({
  key,
  company,
  cause,
  rows: [],
  place: place(`A${4 + Number(key.slice(1))}`),
  ...changes,
});

export const movement = (changes: Partial<MovementView> = {}): MovementView => ({
  axis: "value",
  axes: [
    { value: "value", label: "Tier" },
    { value: "relation", label: "Relation" },
  ],
  classes: ["A", "B", "C", "D", "unrated"].map((value) => ({ value, label: value === "unrated" ? "Unrated" : value })),
  months: [
    {
      month: "2026-11",
      up: 1,
      down: 3,
      byCause: byCause({ data: 2, time: 2 }),
      cells: [
        {
          from: "B",
          to: "A",
          count: 1,
          byCause: byCause({ data: 1 }),
          customers: [mover("k1", "Northwind GmbH", "data")],
        },
        {
          from: "A",
          to: "B",
          count: 3,
          byCause: byCause({ data: 1, time: 2 }),
          customers: [
            mover("k2", "Sol y Mar S.A.", "time"),
            mover("k3", "Atlas", "time"),
            mover("k4", "Old Friend Ltd", "data"),
          ],
        },
      ],
    },
    { month: "2026-10", up: 0, down: 0, byCause: byCause(), cells: [] },
  ],
  unknown: 0,
  since: "2026-10-12",
  ...changes,
});

export const past = (changes: Partial<PastView> = {}): PastView => ({
  day: "2026-11-01",
  today: "2026-11-22",
  tiers: tierCounts.map(({ id, label, count }) => ({ id, label, was: count + (id === "A" ? 1 : 0), now: count })),
  levels: levelCounts.map(({ id, label, count }) => ({ id, label, was: count, now: count })),
  moved: {
    total: 73,
    list: [
      {
        key: "k1",
        company: "Northwind GmbH",
        tier: { was: "A", now: "B", whyThen: "USD 1,204,000 in 12 months", whyNow: "USD 902,000 in 12 months" },
        level: { was: "on track", now: "overdue", whyThen: "tier A: every 14 days", whyNow: "tier B: every 30 days" },
        place: place("A9"),
      },
      {
        key: "k2",
        company: "Sol y Mar S.A.",
        tier: null,
        level: { was: "soon", now: "due", whyThen: "tier C: every 60 days", whyNow: "Reply owed" },
        place: place("A12"),
      },
    ],
  },
  ...changes,
});

export const backtest = (changes: Partial<BacktestView> = {}): BacktestView => ({
  place: { sheetId: 12, sheet: "Back-test", a1: "A1" },
  months: 24,
  wanted: 24,
  from: "2024-11-30",
  to: "2026-10-31",
  ledgerFrom: "2021-03-02",
  tiers: [
    { id: "A", label: "A", customers: 96, mean: "USD 611,020.45" },
    { id: "B", label: "B", customers: 240, mean: "USD 204,300" },
    { id: "C", label: "C", customers: 610, mean: "USD 61,000" },
    { id: "D", label: "D", customers: 1_530, mean: "USD 9,400" },
    { id: "unrated", label: "Unrated", customers: 0, mean: "" },
  ],
  judged: 18,
  missing: true,
  ...changes,
});

export const pareto = (changes: Partial<ParetoView> = {}): ParetoView => ({
  total: "USD 3,000,000",
  missing: 2,
  atLeast: true,
  customers: 23,
  a: 80,
  b: 95,
  groups: [
    { id: "A", customers: 6, amount: "USD 2,430,000", share: 8_100 },
    { id: "B", customers: 7, amount: "USD 450,000", share: 1_500 },
    { id: "C", customers: 10, amount: "USD 120,000", share: 400 },
  ],
  list: [
    {
      key: "k1",
      company: "Northwind GmbH",
      amount: "USD 1,020,000",
      atLeast: true,
      share: 3_400,
      cumulative: 3_400,
      group: "A",
      place: place("A9"),
    },
    {
      key: "k2",
      company: "Sol y Mar S.A.",
      amount: "USD 600,000",
      atLeast: false,
      share: 2_000,
      cumulative: 5_400,
      group: "A",
      place: place("A12"),
    },
  ],
  rest: { customers: 21, amount: "USD 1,380,000", share: 4_600 },
  first: 3_400,
  three: 6_400,
  negative: {
    total: 1,
    list: [{ key: "k9", company: "Returns Ltd", amount: "USD -1,250.50", place: place("A40") }],
  },
  ...changes,
});

export const forecastLine = (changes: Partial<ForecastLine> = {}): ForecastLine => ({
  key: "k1",
  name: "Northwind GmbH",
  place: place("A9"),
  from: "2026-12-03",
  middle: "2026-12-14",
  to: "2027-01-02",
  overdue: false,
  chance: 0.62,
  expected: 1.04,
  risk: "",
  year: "USD 12,300",
  purchases: 7,
  ...changes,
});

export const forecastLines = (...list: ForecastLine[]): ForecastLines => ({ total: list.length, list });

export const forecast = (changes: Partial<ForecastView> = {}): ForecastView => ({
  model: "mbg_cnbd_k",
  fellBack: "",
  horizon: 90,
  orders: 1_530,
  tested: { days: 90, customers: 148, auc: 0.812, baseline: 0.743 },
  next: forecastLines(
    forecastLine(),
    forecastLine({
      key: "k3",
      name: "Atlas",
      place: place("A31"),
      purchases: 2,
      chance: null,
      expected: null,
      year: "",
    }),
  ),
  slipping: forecastLines(
    forecastLine({
      key: "k2",
      name: "Sol y Mar S.A.",
      place: place("A12"),
      from: "2026-11-22",
      overdue: true,
      chance: 0.08,
      expected: 0.1,
      risk: "USD 183,000",
      year: "USD 200,000",
      purchases: 11,
    }),
  ),
  ...changes,
});

const removed: readonly RemovalLine[] = [
  {
    goes: "columns",
    sheet: "Customers",
    headers: ["Follow-up", "Due", "Days since contact", "Next step", "Tier", "Why"],
  },
  { goes: "rules", sheet: "Customers" },
  { goes: "tab", name: "Policy" },
  { goes: "name", name: "TIERBOOK_DAY" },
  { goes: "schedule", owner: "Amy" },
  { goes: "settings" },
];

export const axisCard = (changes: Partial<AxisCard> = {}): AxisCard => ({
  id: "relation",
  label: "Relation",
  classLabel: "Growing",
  rated: true,
  why: "3 purchases since 2025-03-01",
  policy: [{ sheetId: 9, sheet: "Policy", a1: "B31", label: "Mature: purchases at least" }],
  classes: [
    { value: "growing", label: "Growing" },
    { value: "mature", label: "Mature" },
  ],
  hand: null,
  ...changes,
});

export const card = (changes: Partial<CustomerCard> = {}): CustomerCard => ({
  kind: "customer",
  at: "1:8",
  day: "2026-11-22",
  key: "k1",
  company: "Northwind GmbH",
  owner: "Amy",
  place: place("B9"),
  tier: axisCard({
    id: "value",
    label: "Tier",
    classLabel: "B",
    why: "USD 350,000 in 12 months",
    policy: [{ sheetId: 9, sheet: "Policy", a1: "B8", label: "Tier B: from (included)" }],
    classes: ["A", "B", "C", "D"].map((id) => ({ value: id, label: id })),
  }),
  outlook: ["USD 650,001 more by 20 Dec lifts it to A"],
  followup: { label: "Follow-up", level: "due", classLabel: "Due", why: "tier B: every 30 days", policy: [], over: 2 },
  axes: [axisCard(), axisCard({ id: "identity", label: "Type", classLabel: "Unrated", rated: false, policy: [] })],
  treatments: [
    { axis: "Visit", what: "Arrange the quarterly visit" },
    { axis: "Tier", what: "Offer new products first" },
  ],
  missing: [
    { axis: "Type", what: "column", field: "Customer type", place: null },
    { axis: "Region", what: "cell", field: "Country", place: place("C9") },
  ],
  forecast: null,
  ...changes,
});

export const presets = (changes: Partial<PresetsView> = {}): PresetsView => ({
  list: [
    {
      id: "trade",
      name: "Foreign-trade customers",
      axes: [{ label: "Tier", words: ["High value A", "High value B"] }],
    },
    { id: "eight", name: "Eight dimensions", axes: [{ label: "Tier", words: ["A", "B"] }] },
  ],
  current: "eight",
  own: [],
  change: null,
  ...changes,
});

type Answers = { readonly [Name in keyof Server]: (...given: Parameters<Server[Name]>) => ReturnType<Server[Name]> };
type Given = { readonly [Name in keyof Server]?: (...given: Parameters<Server[Name]>) => unknown };

/** A server that answers as above. What is given stands in the place of an answer; it may throw, which refuses with its message, or give a promise. */
export function fakeServer(given: Given = {}): { readonly server: Remote; readonly calls: [string, ...unknown[]][] } {
  const calls: [string, ...unknown[]][] = [];
  const usual: Answers = {
    open: () => ({ state: "new", who: "Amy" }),
    start: () => start(),
    columns: () => columns(),
    limits: () => limits(),
    preview: () => preview(),
    begin: () => ({ kind: "next", batch: "b1", next: "write", done: 1, steps: 2 }),
    advance: () => ({ kind: "done", written: { cells: 812, left: 0 }, home: home() }),
    abandon: () => undone({ outcome: "stopped", restored: 40 }),
    undo: () =>
      undone({
        restored: 810,
        left: { total: 1, list: [{ why: "edited", customer: "Sol y Mar S.A.", place: place("H12") }] },
      }),
    home: () => home(),
    goTo: () => undefined,
    resetPolicy: () => undefined,
    log: (key, { kind }) =>
      home({
        today: home().today.filter((one) => one.key !== key),
        wake: home().wake.filter((one) => one.key !== key),
        logged: { id: `lg-${key}`, company: "Northwind GmbH", kind, rows: 1 },
      }),
    unlog: () => home(),
    setOverride: (key, axis, id, reason, until) => ({
      home: home({ overrides: { total: 1, list: [override({ key, axis, class: id, reason, until })] } }),
      was: null,
      undo: "o1",
    }),
    removeOverride: () => ({ home: home(), was: override(), undo: "o2" }),
    undoOverride: () => home(),
    selection: () => "1:8",
    card: () => card(),
    presets: (id) =>
      presets(
        id === ""
          ? {}
          : {
              change: {
                id,
                words: [{ axis: "Tier", from: "A", to: "High value A" }],
                added: ["Relation"],
                removed: ["Stars"],
                cells: 812,
                rest: 263,
              },
            },
      ),
    usePreset: () => preview(),
    keepGrades: (keys) => ({
      preview: preview({ fingerprint: "f2", differs: { total: 0, keep: 0, unrated: 0, column: "", list: [] } }),
      kept: keys ? keys.length : 7,
      left: 0,
      undo: "g1",
    }),
    undoGrades: () => preview(),
    setMe: () => undefined,
    showRates: () => {},
    showAxes: (ids) => home({ axes: home().axes.map((axis) => ({ ...axis, shown: ids.includes(axis.id) })) }),
    setWho: () => undefined,
    answer: () => home(),
    switchOn: (hour) => ({
      on: true,
      hour,
      owner: "Amy",
      mine: true,
      lastRun: null,
      lastError: "",
      nextRun: "2026-11-23T08:00",
    }),
    switchOff: () => ({ on: false, hour: 8, owner: "", mine: false, lastRun: null, lastError: "", nextRun: "" }),
    movement: (axis) => movement(axis === "" ? {} : { axis }),
    past: (day) => past({ day }),
    backtest: () => backtest(),
    pareto: () => pareto(),
    forecast: () => forecast(),
    removalPlan: () => ({ lines: removed }),
    remove: () => ({ lines: removed }),
  };
  const answers = { ...usual, ...given } as unknown as Record<string, (...given: readonly unknown[]) => unknown>;
  const server = Object.fromEntries(
    Object.keys(usual).map((name) => [
      name,
      async (...asked: readonly unknown[]) => {
        calls.push([name, ...asked]);
        try {
          return await answers[name]!(...asked);
        } catch (error) {
          throw new Refusal((error as Error).message);
        }
      },
    ]),
  ) as unknown as Remote;
  return { server, calls };
}
