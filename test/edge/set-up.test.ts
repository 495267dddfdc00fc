import { beforeAll, describe, expect, test } from "vitest";
import type { SetupDraft } from "../../src/edge/views";
import { builtAddon, draftOf, type Given, type Office, office, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

const ZH = { locale: "zh_CN", spreadsheetLocale: "zh_CN" };

/** A Chinese team with its own contact log, as they keep one. */
const withLog = (...log: Given[][]) => [
  {
    name: "客户",
    rows: [
      ["客户编号", "客户名称", "国家", "最近联系时间"],
      ["C-1", "甲公司", "德国", { day: TODAY - 90 }],
      ["C-2", "乙公司", "法国", { day: TODAY - 90 }],
      ["C-3", "丙公司", "巴西", { day: TODAY - 90 }],
      ["C-4", "丁公司", "日本", { day: TODAY - 90 }],
    ] as Given[][],
  },
  {
    name: "跟进记录",
    rows: [["跟进日期", "客户编号", "客户名称", "方向", "跟进方式", "跟进内容", "群发", "下次跟进"], ...log],
  },
];

const READINGS: Given[][] = [
  [{ day: TODAY - 5 }, "C-1", "甲公司", "我方", "微信", "发了报价", "", ""],
  [{ day: TODAY - 3 }, "", "甲公司", "", "", "", "是", ""],
  ["2026.11.20", "", "乙公司", "来信", "邮件", "问认证和交期", "", ""],
  [{ day: TODAY - 2 }, "C-3", "", "推迟", "", "展会后再说", "", { day: TODAY + 10 }],
  ["昨天", "C-4", "丁公司", "发", "", "", "", ""],
  [{ day: TODAY - 1 }, "", "戊公司", "发", "", "", "", ""],
];

/** Level, due and days of every customer. */
const clocks = (it: Office) =>
  it
    .values("客户")
    .slice(1)
    .map((row) => row.slice(4, 7));

describe("a team's own contact log", () => {
  test("is found, shown with its columns, and read with all its readings", async () => {
    const it = await office(withLog(...READINGS), ZH);
    const start = it.call.start(null);
    expect(start.contacts).toMatchObject({ sheet: "跟进记录", rows: 6 });
    expect(start.customers!.sheet).toBe("客户");
    expect(start.draft!.contacts).toBe(start.contacts!.sheetId);
    const { fields, headers } = it.call.columns(start.draft!);
    expect(
      fields.filter(({ table, header }) => table === "contacts" && header).map(({ id, header }) => [id, header]),
    ).toEqual([
      ["contact.day", "跟进日期"],
      ["contact.customer", "客户编号"],
      ["contact.name", "客户名称"],
      ["contact.direction", "方向"],
      ["contact.channel", "跟进方式"],
      ["contact.note", "跟进内容"],
      ["contact.bulk", "群发"],
      ["contact.next", "下次跟进"],
    ]);
    expect(headers.contacts).toHaveLength(8);
    const { home } = setUp(it, start.draft!);
    expect(clocks(it)).toEqual([
      ["正常", TODAY + 25, 5],
      ["已逾期", TODAY - 1, 2],
      ["正常", TODAY + 10, 90],
      ["已逾期", TODAY - 60, 90],
    ]);
    expect(home.unread.list.map(({ text, place }) => [text, place.sheet, place.a1])).toEqual([
      ["昨天", "跟进记录", "A6"],
    ]);
    expect(home.noted.list.map(({ kind, text, place }) => [kind, text, place.sheet, place.a1])).toContainEqual([
      "unmatched_contact",
      "戊公司",
      "跟进记录",
      "C7",
    ]);
    expect(it.call.preview(null).cells).toBe(0);
  });

  test("can be left out, and is then not read", async () => {
    const it = await office(withLog(...READINGS), ZH);
    const draft = { ...draftOf(it), contacts: null };
    expect(it.call.start(draft).contacts).toBeNull();
    setUp(it, draft);
    expect(clocks(it).map(([, , days]) => days)).toEqual([90, 90, 90, 90]);
    expect(it.call.start(null).contacts).toBeNull();
  });

  test("goes on being read where it was renamed, its columns too, and rows were moved", async () => {
    const it = await office(withLog(...READINGS), ZH);
    setUp(it);
    const before = clocks(it);
    it.store.rename(it.sheetId("跟进记录"), "旧记录");
    it.store.insertColumns(it.sheetId("旧记录"), 0, 1);
    it.put("旧记录", 0, 1, "哪天");
    it.put("旧记录", 0, 4, "谁先说的");
    it.sort("旧记录", [5, 4, 3, 2, 1, 0]);
    expect(it.call.preview(null).cells).toBe(0);
    expect(it.call.home().unread.list.map(({ place }) => place.sheet)).toEqual(["旧记录"]);
    expect(clocks(it)).toEqual(before);
  });

  test("and ours together: of one day ours is the later", async () => {
    const it = await office(withLog([{ day: TODAY }, "C-1", "", "来信", "", "", "", ""]), ZH);
    const { home } = setUp(it);
    const owed = home.today.find(({ company }) => company === "甲公司")!;
    expect(owed.group).toBe("reply");
    const own = it.values("跟进记录");
    it.call.log(owed.key, { kind: "contacted", next: "", company: "甲公司" });
    expect(clocks(it)[0]).toEqual(["正常", TODAY + 30, 0]);
    expect(it.values("跟进记录")).toEqual(own);
  });

  test.each(["customers", "orders"] as const)(
    "that is the sheet of the %s is refused with a sentence",
    async (table) => {
      const it = await office(team());
      const draft = draftOf(it);
      const twice: SetupDraft = { ...draft, contacts: draft[table] };
      const sentence = /A contact log|The contact log must be a sheet of its own/;
      expect(it.call.start(twice).problem).toMatch(sentence);
      for (const call of ["columns", "limits", "preview"] as const)
        expect(() => it.call[call](twice)).toThrow(sentence);
      expect(() => it.call.begin("", twice)).toThrow(sentence);
      expect(it.store.pins()).toEqual([]);
    },
  );

  test("that is gone, or lost its header, is named in a sentence", async () => {
    const it = await office(withLog(...READINGS), ZH);
    setUp(it);
    it.store.clear(
      it.sheetId("跟进记录"),
      { top: 0, left: 0, bottom: 0, right: 9 },
      { contents: true, formats: false },
    );
    expect(() => it.call.home()).toThrow(/联系记录 跟进记录 的第 1 到 10 行里没有找到表头/);
    it.store.deleteSheet(it.sheetId("跟进记录"));
    expect(() => it.call.home()).toThrow(/联系记录 跟进记录 已经不在了/);
    expect(it.call.start(null).contacts).toBeNull();
  });

  test("a column that could mean two things is asked about, and pinned once answered", async () => {
    const sheets = withLog(...READINGS);
    sheets[1]!.rows[0]![2] = "名称";
    const it = await office(sheets, ZH);
    const draft = draftOf(it);
    const asked = it.call.columns(draft).questions.find(({ id }) => id.startsWith("column:contacts:"))!;
    expect(asked.place).toMatchObject({ sheet: "跟进记录", a1: "C1" });
    setUp(it, { ...draft, answers: { [asked.id]: "contact.name" } });
    expect(clocks(it)[1]![2]).toBe(2);
    const log = it.sheetId("跟进记录");
    expect(
      it.store
        .pins()
        .filter(({ key, sheet, value }) => key === "tierbook.field" && sheet === log && value === "contact.name"),
    ).toHaveLength(1);
  });
});

describe("older silence", () => {
  const START = ["On track", TODAY + 90];

  test.each([
    ["as it is", "as_is" as const, ["Long silent", TODAY - 410]],
    ["from the day of the set-up", "today" as const, START],
    ["not said", null, ["Long silent", TODAY - 410]],
  ])("counted %s", async (_, backlog, expected) => {
    const it = await office(team());
    it.put("Customers", 3, 3, { day: TODAY - 500 });
    it.put("Orders", 6, 2, { day: TODAY - 520 });
    const draft = { ...draftOf(it), backlog };
    setUp(it, draft);
    expect(it.values("Customers")[3]!.slice(5, 7)).toEqual(expected);
    const row = it.values("Policy").find((cells) => cells[4] === "backlog.start")!;
    expect(row[1]).toBe(backlog === "today" ? TODAY : "");
    expect(it.call.preview(null).cells).toBe(0);
  });

  test("a later set-up leaves it, moves it or clears it", async () => {
    const it = await office(team());
    setUp(it, { ...draftOf(it), backlog: "today" });
    const start = () => it.values("Policy").find((cells) => cells[4] === "backlog.start")![1];
    it.clock += 86_400_000;
    setUp(it, draftOf(it));
    expect(start()).toBe(TODAY);
    setUp(it, { ...draftOf(it), backlog: "today" });
    expect(start()).toBe(TODAY + 1);
    setUp(it, { ...draftOf(it), backlog: "as_is" });
    expect(start()).toBe("");
  });
});

describe("a word that no list knows", () => {
  const sheets = (...sources: string[]) => [
    {
      name: "Customers",
      rows: [
        ["Company", "Country", "Source", "Stage", "Last contact"],
        ...sources.map((source, i): Given[] => [`Company ${i}`, "Spain", source, "Waiting room", { day: TODAY - 3 }]),
      ],
    },
  ];

  test("is asked about once, goes into the policy with its answer, and is not asked about again", async () => {
    const it = await office(sheets("Trade Show 24", "trade show 24", "Potential", "Alibaba"));
    const draft = draftOf(it);
    const words = it.call.columns(draft).questions.filter(({ ask }) => ask !== "column");
    expect(words.map(({ id, ask, cells }) => [id, ask, cells])).toEqual([
      ["source:word:trade show 24", "word", 2],
      ["stage:word:waiting room", "word", 4],
      ["source:word:potential", "relation", 1],
    ]);
    const answers = {
      "stage:word:waiting room": "2",
      "source:word:trade show 24": "fair",
      "source:word:potential": "leave",
    };
    const answered = { ...draft, answers };
    const preview = it.call.preview(answered);
    setUp(it, answered);
    expect(it.call.preview(null).fingerprint).toBe(preview.fingerprint);
    const list = (key: string) => String(it.values("Policy").find((cells) => cells[4] === key)![1]).split(", ");
    expect(list("source.fair")).toContain("trade show 24");
    expect(list("source.fair")).toContain("canton fair");
    expect(list("stage.2")).toContain("waiting room");
    expect(list("source.referral")).not.toContain("potential");
    expect(it.call.home().openQuestions).toBe(0);
    const again = draftOf(it);
    expect(again.answers).toEqual({ "source:word:potential": "leave" });
    expect(it.call.columns(again).questions.filter(({ ask }) => ask !== "column")).toEqual([]);
    const row = it.values("Classes").find((cells) => cells.includes("Company 0"))!;
    expect(row).toContain("Fair");
  });

  test("taken out of the policy again it is asked about again", async () => {
    const it = await office(sheets("Trade Show 24"));
    setUp(it, { ...draftOf(it), answers: { "source:word:trade show 24": "fair", "stage:word:waiting room": "2" } });
    const row = it.values("Policy").findIndex((cells) => cells[4] === "source.fair");
    it.put("Policy", row, 1, "fair");
    expect(it.call.home().openQuestions).toBe(1);
  });

  test("put into another list meanwhile it stays there, and the set-up goes on", async () => {
    const it = await office(sheets("Trade Show 24"));
    setUp(it);
    const draft = { ...draftOf(it), answers: { "source:word:trade show 24": "fair" } };
    const list = (key: string) => it.values("Policy").findIndex((cells) => cells[4] === key);
    it.put("Policy", list("source.other"), 1, "other, Trade Show 24");
    setUp(it, draft);
    expect(it.values("Policy")[list("source.other")]![1]).toContain("Trade Show 24");
    expect(String(it.values("Policy")[list("source.fair")]![1]).toLowerCase()).not.toContain("trade show 24");
  });

  test("an answer that is no class of its list changes no policy", async () => {
    const it = await office(sheets("Trade Show 24"));
    const before = draftOf(it);
    setUp(it, { ...before, answers: { "source:word:trade show 24": "constructor", "stage:word:waiting room": "hot" } });
    expect(it.call.home().openQuestions).toBe(2);
  });
});

test("a set-up of a version without contact log and ticked axes goes on", async () => {
  const it = await office(team());
  setUp(it);
  const { documentProperties: document } = it.runtime.machine.state;
  const head = JSON.parse(document.get("tierbook.settings")!) as { generation: string };
  const key = `tierbook.settings.${head.generation}.0`;
  const { contacts: _, shown: __, log: ___, ...old } = JSON.parse(document.get(key)!) as Record<string, unknown>;
  document.set(key, JSON.stringify(old));
  expect(it.call.preview(null).cells).toBe(0);
  expect(it.call.start(null).draft!.contacts).toBeNull();
});

test.each([
  ["Customers", "Next step", 360],
  ["Customers", "Why", 300],
  ["Customers", "Days since contact", 140],
  ["Classes", "Customer", 200],
  ["Classes", "Region", 140],
  ["Classes", "Region: why", 360],
  ["Classes", "Follow-up: why", 360],
  ["Today", "Days", 140],
  ["Today", "Next step", 360],
])("on the tab %s the column %s is made wide enough to read", async (tab, header, pixels) => {
  const it = await office(team());
  setUp(it);
  const column = it
    .values(tab)
    .find((row) => row.includes(header))!
    .indexOf(header);
  expect(it.store.columnWidth(it.sheetId(tab), column)).toBe(pixels);
});

test("a width that somebody gave a column of ours stays", async () => {
  const it = await office(team());
  setUp(it);
  const places = [
    ["Customers", "Next step"],
    ["Classes", "Region: why"],
  ] as const;
  const columns = places.map(([tab, header]) => [it.sheetId(tab), it.values(tab)[0]!.indexOf(header)] as const);
  for (const [id, column] of columns) it.store.setColumnWidth(id, column, 77);
  it.clock += 86_400_000;
  setUp(it);
  expect(columns.map(([id, column]) => it.store.columnWidth(id, column))).toEqual([77, 77]);
});

test("the first set-up ends at the customers, also where the rates were opened on the way; a later one leaves the tab", async () => {
  const it = await office(team());
  it.call.showRates("USD");
  expect(it.store.active()).toBe(it.sheetId("Rates"));
  setUp(it);
  expect(it.store.active()).toBe(it.sheetId("Customers"));
  it.call.showRates("USD");
  setUp(it);
  expect(it.store.active()).toBe(it.sheetId("Rates"));
});

describe("what is strange in the limits of a set-up", () => {
  const small = { A: 100, B: 30, C: 10 };

  test.each([
    ["en", {}],
    ["zh", ZH],
  ])("is told by the preview before anything is written, in the words of every later run (%s)", async (_, locale) => {
    const it = await office(team(), locale);
    const { preview, home } = setUp(it, { ...draftOf(it), limits: small });
    expect(preview.first).toBe(true);
    expect(preview.notices).toHaveLength(1);
    expect(preview.faulty).toEqual([]);
    expect(home.notices).toEqual([expect.stringMatching(/!B\d+/)]);
    expect(home.notices[0]).toContain(preview.notices[0]);
    expect(it.call.preview(null).notices).toEqual(home.notices);
  });

  test("is nothing where nothing is", async () => {
    const it = await office(team());
    expect(it.call.preview(draftOf(it)).notices).toEqual([]);
  });
});
