import { describe, expect, it } from "vitest";
import { createReader } from "#lib/tag/tagArticle.ts";
import { labelQuotes } from "#lib/tag/wording/labelQuotes.ts";
import { bareCodebook } from "#tests/corpus/wording/support.ts";
import { readVoices } from "#tests/unit/tag/voices/support.ts";

const read = createReader(bareCodebook({}));
const of = (text: string, title = "") => {
  const { fields, voices } = read({ title, text });
  return Object.fromEntries(labelQuotes(fields, voices).map((t) => [t.label, t.use]));
};

const heard = (text: string) => {
  const { fields, voices } = readVoices({ title: "", text });
  return Object.fromEntries(labelQuotes(fields, voices).map((t) => [t.label, t.use]));
};

describe("label quotes", () => {
  it("take a name quoted at its first mention alone for a proper label", () => {
    const text =
      "The “coalition of the willing” met. Later the coalition of the willing parted. The coalition of the willing is large.";
    expect(of(text)).toEqual({ "coalition of the willing": "proper_label" });
  });

  it("take a label quoted in at least three and 60 % of its mentions for distancing", () => {
    const text =
      "A “reassurance force” was planned. The “reassurance force” is small. Who pays for the “reassurance force”?";
    expect(of(text)).toEqual({ "reassurance force": "distancing" });
    const theirs =
      "He offered a “bold plan”. The mayor called it a “bold plan”. The bank called it a “bold plan”, too.";
    expect(of(theirs)).toEqual({ "bold plan": "unclaimed" });
    expect(of(`${text} The reassurance force, a reassurance force, that reassurance force.`)).toEqual({
      "reassurance force": "proper_label",
    });
  });

  it("are no pieces of a sentence, and a mark behind a stop closes", () => {
    expect(of("The senate did not “take up” the vote, which was “held up” for a year.")).toEqual({});
    expect(of("He bombs the city so 'it no longer exists'.")).toEqual({});
    expect(of("They are “very often wrong” and “must act now” in the paper.")).toEqual({});
    expect(of('We will see."Reporter: "How then?"')).toEqual({});
    expect(of("They mean to “liberate” the land.")).toEqual({ liberate: "unclaimed" });
    expect(of("The “liberated territories” vote.")).toEqual({ "liberated territories": "unclaimed" });
    expect(of("It fell “in recent weeks” by “10 or more” and “probably” again.")).toEqual({});
    expect(of("The army “steadied the line” there.")).toEqual({});
  });

  it("take so-called, self-styled and “what it calls” for distancing", () => {
    expect(of("The so-called “new regions” vote.")).toEqual({ "new regions": "distancing" });
    expect(of('The so—called "new regions" vote.')).toEqual({ "new regions": "distancing" });
    expect(of('The so - called "new regions" vote.')).toEqual({ "new regions": "distancing" });
    expect(of("They vote in what Moscow calls “new regions”.")).toEqual({ "new regions": "distancing" });
  });

  it("take what a person just named called it for theirs, and a term that is explained for a term", () => {
    expect(of("Brandt spoke. She mocked what she called the “mindless plan” of the city.")).toEqual({
      "mindless plan": "attributed",
    });
    expect(of("The island is to become what some call a “porcupine” full of weapons.")).toEqual({
      porcupine: "attributed",
    });
    expect(of("They fear a so-called 'dirty bomb', meaning a charge laced with waste.")).toEqual({
      "dirty bomb": "proper_label",
    });
    expect(of("They built a so-called “hot cell” (a room with thick walls).")).toEqual({ "hot cell": "proper_label" });
  });

  it("take so-called for convention where the article also writes the label plain", () => {
    const text = "The so-called “Coalition of the Willing” met. The Coalition of the Willing is led from Paris.";
    expect(of(text)).toEqual({ "coalition of the willing": "proper_label" });
  });

  it("take a term behind a naming verb for somebody else's", () => {
    expect(of("The court labelled the club, founded by a Dane in 1990, a “foreign guest”.")).toEqual({
      "foreign guest": "attributed",
    });
    expect(of("The mayor called the toll “absurd.” A toll that is absurd stays.")).toEqual({ absurd: "attributed" });
    expect(of("The bill rose after warnings of an imminent ‘water famine’.")).toEqual({ "water famine": "attributed" });
    expect(of("He serves what lawyers have called an “endless” term.")).toEqual({ endless: "attributed" });
    expect(of("The ministry views it as a “foreign intervention”.")).toEqual({ "foreign intervention": "attributed" });
    expect(of("She linked the delay to the “idle pumps” on Monday.")).toEqual({ "idle pumps": "attributed" });
    expect(of("A motion to designate the ferry “a rogue boat” failed.")).toEqual({ "a rogue boat": "attributed" });
  });

  it("take a name in capitals for a proper label, whoever is reported", () => {
    expect(of("The minister said that the ‘Orlan’ drone is new.")).toEqual({ orlan: "proper_label" });
    expect(of("The minister said that the “orderly retreat” went on.")).toEqual({ "orderly retreat": "attributed" });
    expect(of('She edits "The Evening Herald" and said so.')).toEqual({
      "the evening herald": "proper_label",
    });
    expect(of("The plant is known as the “old kettle”.")).toEqual({ "old kettle": "proper_label" });
  });

  it("know single marks, guillemets and missing spaces, and no apostrophes", () => {
    expect(Object.keys(of("It names 'Western Russophobes' in a letter."))).toEqual(["western russophobes"]);
    expect(Object.keys(of("A fight against « poutinisation » of the world."))).toEqual(["poutinisation"]);
    expect(of("The boys' club and the girls' club met; it's the ministers' view.")).toEqual({});
  });

  it("leave sentences and longer speech alone", () => {
    expect(of("“We will not go there again,” she wrote.")).toEqual({});
    expect(of("“Never again!” was on the wall.")).toEqual({});
  });

  it("leave open whose a term is that nobody is said to use, and let the body tell of a headline", () => {
    expect(of("It was no “mobilization” at all.")).toEqual({ mobilization: "unclaimed" });
    expect(of("The envoy calls the tax “absurd” again.", "Envoy on an ‘absurd’ tax")).toEqual({ absurd: "attributed" });
  });

  it("point at the words inside the marks", () => {
    const text = "The so-called “new regions,” as the paper has it, vote.";
    const { fields, voices } = read({ title: "", text });
    const [tag] = labelQuotes(fields, voices);
    const [evidence] = tag!.evidence;
    expect(text.slice(evidence!.span.start, evidence!.span.end)).toBe("new regions");
    expect(evidence!.exact).toBe("new regions");
  });

  it("are attributed where the user stands a line before or behind", () => {
    const next = "Ada Berg said that it was late. She would pay for “decent seats” alone.";
    expect(heard(next)).toEqual({ "decent seats": "attributed" });
    expect(of("The term “quiet sale” was also used by the bank last year.")).toEqual({ "quiet sale": "attributed" });
    expect(of("They voted in what Russia has called a “fair contest”.")).toEqual({ "fair contest": "attributed" });
    const far =
      "The mayor threatened whoever would dare to buy or let a stall for a day or more in the “old quarter” with a fine.";
    expect(of(far)).toEqual({ "old quarter": "attributed" });
  });

  it("are names in capitals however often they are quoted, and no convention by what others write plain", () => {
    const show = "He saw “Frontline” at home. Then “Frontline” ended. We like “Frontline” here.";
    expect(of(show)).toEqual({ frontline: "proper_label" });
    const first = "He saw “Frontline” at home. “Frontline” ended. We like “Frontline” here.";
    expect(of(first)).toEqual({ frontline: "proper_label" });
    const other = "The mayor spoke of a “quiet sale” then. The bank said a quiet sale was late.";
    expect(heard(other)).toEqual({ "quiet sale": "attributed" });
    const known = "The mayor spoke of a “quiet sale” then. The bank said the quiet sale was late.";
    expect(heard(known)).toEqual({ "quiet sale": "proper_label" });
  });

  it("are no sentence that opens a speech, though a comma cuts it short", () => {
    expect(of("“The harbour remembers everything,” Berg said. It rained.")).toEqual({});
    expect(of('The paper got to it. "Berg," it declared, "is now selling the harbour."')).toEqual({});
    expect(of("She said that the “old harbour,” as some call it, is gone.")).toEqual({ "old harbour": "attributed" });
  });

  it("are names where a decree, a sign or a title gives them", () => {
    expect(of("The decree put the coast in a state of ‘middle readiness’ at once.")).toEqual({
      "middle readiness": "proper_label",
    });
    expect(of("They marched under the slogan “bread first” at noon.")).toEqual({ "bread first": "proper_label" });
    expect(of("She won with the song “night ferry” in May.")).toEqual({ "night ferry": "proper_label" });
    expect(heard("The mayor said that he read it on the channel “Pier news” today.")).toEqual({
      "pier news": "proper_label",
    });
    expect(of("Eggs lie in a ‘neutral zone’, which means that they keep warm.")).toEqual({
      "neutral zone": "proper_label",
    });
    expect(of("It follows all that this ‘Harbourologist’ has written for years.")).toEqual({
      harbourologist: "unclaimed",
    });
  });

  it("are at a distance behind “alleged”, and no counts of days", () => {
    expect(of("The victims of the alleged “assault” were young.")).toEqual({ assault: "distancing" });
    expect(of("It will take “a few years”, “a long time” and “three weeks” to build.")).toEqual({});
  });

  it("are attributed to a court's charge and to whoever stands behind a headline", () => {
    expect(of("He was sentenced to death for “hired soldiering” at the port.")).toEqual({
      "hired soldiering": "attributed",
    });
    expect(of("", "Pier closed in ‘retaliation’ for the strike: officials")).toEqual({ retaliation: "attributed" });
    expect(of("", "‘Retaliation’ for the strike closes pier")).toEqual({ retaliation: "unclaimed" });
    expect(of("They assured the town that their help would remain “firm” and long.")).toEqual({ firm: "attributed" });
    expect(of("", "Port tells bank to mend its ‘rude’ course")).toEqual({ rude: "attributed" });
    expect(of("There is a reason why the issue of “dehousing” stirs the coast.")).toEqual({ dehousing: "attributed" });
    expect(of("Its deeds amount to “harbour crimes” and ruin the town, Ada Berg has said.")).toEqual({
      "harbour crimes": "attributed",
    });
    expect(of("The queen announced that she would set up a “night guard” at once.")).toEqual({
      "night guard": "attributed",
    });
    expect(
      of("There was heavy fog on the pier. Heavy fog stayed.", "Pier shut despite warning of ‘heavy fog’"),
    ).toEqual({
      "heavy fog": "attributed",
    });
    expect(of("", "Strike on pier not ‘inevitable’: Ada Berg")).toEqual({ inevitable: "attributed" });
    expect(of("", "Strike on pier not ‘inevitable’: What We Know")).toEqual({ inevitable: "unclaimed" });
  });

  it("stay one speaker's, who later takes them up plain", () => {
    const same =
      "The mayor spoke of a “quiet sale” then. It rained. The mayor said that the quiet sale was late and the bank shut.";
    expect(heard(same)).toEqual({ "quiet sale": "attributed" });
  });

  it("are nobody's known words where somebody unnamed is said to use them", () => {
    const { fields, voices } = readVoices({ title: "", text: "The dispute was described as “frozen” at the fair." });
    const [tag] = labelQuotes(fields, voices);
    expect(tag).toMatchObject({ use: "attributed", evidence: [{ voice: { kind: "ambiguous", speaker: null } }] });
  });
});
