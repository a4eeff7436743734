import { describe, expect, it } from "vitest";
import { readVoices, said } from "./support.ts";

const last = (text: string): ReturnType<typeof said>[number] => said(text).at(-1)!;

describe("offices without a country", () => {
  it("of the American government are known by name", () => {
    const text = "Ukraine asked for boats. A senior defense official told reporters that nine would come.";
    expect(last(text)).toMatchObject({ bloc: "west" });
    expect(last("Kyiv waits. An administration official said that boats would come.")).toMatchObject({ bloc: "west" });
    expect(last("A senior Ukrainian defense official said that boats would come.")).toMatchObject({ bloc: "ukraine" });
  });

  it("of officials go on with those the sentence before begins with", () => {
    const text =
      "US defence officials hope to send boats to Ukraine. One official claimed the move by Ukraine was wise.";
    expect(last(text)).toMatchObject({ bloc: "west" });
    const named = "Officials in Kazakhstan met. Russian authorities came. Officials said it was late in Russia.";
    expect(last(named)).toMatchObject({ speaker: "Officials", bloc: "russia" });
  });

  it("of a city are of the city named last", () => {
    const text = "Russian shells hit the port of Mykolaiv in the night, the city’s mayor said in a statement.";
    expect(last(text)).toMatchObject({ bloc: "ukraine" });
  });

  it("go on with the minister who acts in the sentence", () => {
    const text =
      "Russian Defence Minister Sergei Shoigu spoke to his French and British counterparts, the ministry said.";
    expect(last(text)).toMatchObject({ bloc: "russia" });
  });

  it("that all states have are of none", () => {
    expect(last("World leaders have said that the vote in Kherson, Ukraine, was a sham.")).toMatchObject({
      bloc: null,
    });
  });

  it("of another state are not the one the codebook knows by that name", () => {
    expect(last("South Korea's Joint Chiefs of Staff said that it was late.")).toMatchObject({ bloc: "other" });
  });

  it("are no firm's that is only told of beside a country", () => {
    const text = "Trips rose, according to the analytics firm Nordwave, and there were nine million from Russia.";
    expect(last(text)).toMatchObject({ speaker: "Nordwave", bloc: null });
  });
});

describe("who has no office", () => {
  it("belongs to Ukraine by a name spelled so where Ukraine is spoken of", () => {
    const text = "Shells fell near Nikopol in Ukraine. Serhiy Hrytsenko, a baker, said that he would stay.";
    expect(last(text)).toMatchObject({ bloc: "ukraine" });
    expect(last("It rains in Oslo. Serhiy Hrytsenko, a baker, said that he would stay.")).toMatchObject({ bloc: null });
  });
});

describe("who is called by another word", () => {
  it("is the prime minister met before", () => {
    const text =
      "Prime Minister Denys Shmyhal spoke of boats. “It is late,” Shmyhal said. The premier said he would go.";
    expect(last(text)).toMatchObject({ speaker: "Denys Shmyhal" });
  });

  it("is the ruler met before", () => {
    expect(last("Vladimir Putin blamed Ukraine for it. The despot claimed that it was late.")).toMatchObject({
      speaker: "Vladimir Putin",
    });
  });

  it("is the person met before by their age", () => {
    expect(last("“It is late,” said Anna Berg. The 29-year-old said she had no nets.")).toMatchObject({
      speaker: "Anna Berg",
    });
  });

  it("is no one whom a clause behind the name tells of", () => {
    const text = "Soto, who told the Post’s Walter Quill he would go, said he had no nets.";
    expect(last(text)).toMatchObject({ speaker: "Soto" });
    expect(last("Biden spoke. But Soto, who has two weeks left in office, came. “It is late,” he said.")).toMatchObject(
      {
        speaker: "Soto",
      },
    );
  });
});

describe("offices held under Russia", () => {
  it.each([
    "Officials in Donetsk said it was late. The Donetsk People's Republic is at war.",
    "The occupation administration in Kherson said that it was late.",
    "A pro-Russian official in Kherson, Ivan Lemkin, said that it was late.",
  ])("%s", (text) => {
    expect(said(text)[0]).toMatchObject({ bloc: "russia" });
  });

  it("are told from those of the place", () => {
    expect(said("Local officials in Kherson said that it was late.")[0]).toMatchObject({ bloc: "ukraine" });
  });
});

describe("letters that ministries of several states go by", () => {
  const title = "Nine boats sunk – MoD";
  const heard = (text: string): unknown => readVoices({ title, text }).attributions[0]!.speaker;

  it("stand for the one the article names in full", () => {
    expect(heard("The Russian Defense Ministry told of nine boats.")).toMatchObject({ bloc: "russia" });
  });

  it("stand for the British one where it names none or two", () => {
    expect(heard("It rains in London.")).toMatchObject({ bloc: "west" });
    expect(heard("The Russian Defense Ministry and the British Defence Ministry agree.")).toMatchObject({
      bloc: "west",
    });
  });
});
