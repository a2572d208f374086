/** Whether an instruction looks like a request and not like an aside. */
export function asksSomething(sentence: string): boolean {
  return /\?\s*$/.test(sentence) || requestStart.test(sentence);
}

const requestStart =
  /^(?:explain|describe|write|list|give|tell|name|compare|summari[sz]e|translate|create|make|how|what|why|when|where|who|which|is|are|can|could|should|does|do|did|will|would|show|generate|build|implement|draft|compose|recommend|suggest|define|outline|classify|analy[sz]e|detect|rewrite|rephrase|paraphrase|say|repeat|count|calculate|compute|help|discuss|teach|improve|fix|correct|continue|provide|design|plan|convert|i (?:want|need)|i'd like)\b/i;

/** Whether a statement tells how its author feels. */
export function tellsMood(instruction: string): boolean {
  return moods.test(instruction) && !requestStart.test(instruction);
}

const moods =
  /\b(?:i|i'm|im|my|me)\b.*\b(?:feel|feeling|felt|nervous|sad|anxious|worried|afraid|scared|lonely|tired|stressed|happy|excited|proud|angry|upset|depressed|overwhelmed|bored|miss|love|hate|lost|died|broke up|hurt|frustrated|disappointed)\b/i;

/** Whether a statement says that a program does not do what it should. */
export function reportsFault(instruction: string): boolean {
  return broken.test(instruction);
}

const broken =
  /\b(?:code|program|script|function|app|test|tests|build)\b.*\b(?:doesn['’]?t|does not|don['’]?t|isn['’]?t|is not|won['’]?t|not|stopped) (?:work|run|compile|pass|start)(?:ing)?\b|\b(?:code|program|script|function|app)\b.*\b(?:crash\w*|error|fails?|broken|bug)\b/i;
