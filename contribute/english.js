/**
 * Words of English for the search of the form: those that say nothing of what is looked for, and forms that no stem tells.
 *
 * @module
 */

/** Words that stand in every text. What denies is none of them. */
export const STOP_WORDS = new Set((
  "a an the this that these those there here it its they them their theirs he him his she her hers we us our you your yours i me my mine myself im ive " +
  "id youre theyre hes shes weve theyve is am are was were be been being isnt wasnt do does did doing done dont didnt doesnt have has had having havent " +
  "can could will would shall should may might must of to in on at by for from with into about as and or but if so than then because while when where " +
  "who whom whose which what why how very just also too any some such only own same other more most up out off over again s t ll re ve d m"
).split(" "));

/** The form to look for, by other forms. @type {ReadonlyMap<string, string>} */
export const IRREGULAR_FORMS = new Map((
  "came:come went:go gone:go told:tell said:say got:get gotten:get gave:give given:give left:leave found:find thought:think knew:know known:know felt:feel " +
  "met:meet heard:hear spoke:speak spoken:speak wrote:write written:write sent:send took:take taken:take made:make lost:lose kept:keep brought:bring " +
  "chose:choose chosen:choose began:begin begun:begin forgot:forget forgotten:forget saw:see seen:see stood:stand understood:understand sold:sell held:hold " +
  "wore:wear worn:wear spent:spend meant:mean led:lead rang:ring broke:break broken:break fell:fall fallen:fall drove:drive grew:grow won:win taught:teach " +
  "caught:catch fought:fight sat:sit slept:sleep hid:hide hidden:hide lied:lie threw:throw thrown:throw children:child people:person women:woman men:man " +
  "better:good best:good worse:bad worst:bad"
).split(" ").map((pair) => /** @type {[string, string]} */ (pair.split(":"))));

/** Numbers and the like, which say nothing of what is counted. */
export const VAGUE_WORDS = new Set("else somebody anybody one two three four five six seven eight nine ten first second third last within".split(" "));

/** The word to compare, by others for the same thing. @type {ReadonlyMap<string, string>} */
export const SAME_WORDS = new Map((
  "companies:company firm:company firms:company business:company organisation:company boss:manager several:many twice:many " +
  "often:many repeatedly:many earlier:before previously:before application:apply applications:apply reapplied:apply"
).split(" ").map((pair) => /** @type {[string, string]} */ (pair.split(":"))));

/** Words after which a sentence can go on with the title of a page. */
export const LEADING_WORDS = (
  "about also and as at be been by called compare describes explains follow for from in into is like means of on or page read see than then to try under use was with"
).split(" ");
