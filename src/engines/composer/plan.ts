import type { Draft, Task } from './draft.ts';
import { planCode } from './plan-code.ts';
import { planComparison } from './plan-comparison.ts';
import { planHaiku, planLimerick, planPoem } from './plan-poem.ts';
import { planBullets, planTable } from './plan-form.ts';
import { planExplanation } from './plan-explanation.ts';
import { planHowTo } from './plan-how-to.ts';
import { planLetter } from './plan-letter.ts';
import { planList, planPlainList } from './plan-list.ts';
import { planRewriting, planSummary, planTranslation } from './plan-material.ts';
import { planStory } from './plan-story.ts';
import { joke, planArithmetic, planCounting, planRecall, planSmallTalk, shortDraft } from './small-talk.ts';

const worksAnywhere: ReadonlySet<string> = new Set([
  'greeting',
  'thanks',
  'farewell',
  'identity',
  'ping',
  'echo',
  'arithmetic',
  'counting',
  'code',
]);

const canTakeForm: ReadonlySet<string> = new Set(['explanation', 'advice', 'how-to']);

/** The plan that suits the intent. */
export function planAnswer(task: Task): Draft {
  const { intent, followUp, language, constraints } = task.analysis;
  if (language !== 'en' && !worksAnywhere.has(intent.kind)) return planForeign(task);
  if (followUp !== undefined && followUp !== 'topic' && followUp !== 'form')
    return planExplanation(task, 'what');
  const { table, bullets } = constraints;
  if (table === true && canTakeForm.has(intent.kind)) return planTable(task);
  if (bullets === true && canTakeForm.has(intent.kind)) return planBullets(task);
  switch (intent.kind) {
    case 'greeting':
    case 'thanks':
    case 'farewell':
    case 'identity':
      return planSmallTalk(task, intent.kind);
    case 'joke':
      return shortDraft(joke);
    case 'ping':
      return shortDraft('pong');
    case 'echo':
      return shortDraft(intent.text);
    case 'arithmetic':
      return planArithmetic(task, intent.expression, intent.value);
    case 'counting':
      return planCounting(intent.from, intent.to);
    case 'recall':
      return planRecall(task);
    case 'empty':
      return planExplanation(task, 'what');
    case 'explanation':
      return planExplanation(task, intent.question);
    case 'advice':
      return planExplanation(task, 'which');
    case 'how-to':
      return planHowTo(task);
    case 'comparison':
      return planComparison(task, intent.options);
    case 'code':
      return planCode(task, intent.language);
    case 'list':
      return planList(task, intent.count);
    case 'story':
      return planStory(task);
    case 'poem':
      return planPoem(task);
    case 'haiku':
      return planHaiku(task);
    case 'limerick':
      return planLimerick(task);
    case 'letter':
      return planLetter(task);
    case 'summary':
      return planSummary(task, intent.material);
    case 'rewriting':
      return planRewriting(task, intent.material);
    case 'translation':
      return planTranslation(task, intent.language, intent.material);
  }
}

// The other languages have sentences for explanations and for lists, which serve every further request.
function planForeign(task: Task): Draft {
  const { intent } = task.analysis;
  return intent.kind === 'list' ? planPlainList(task, intent.count ?? 5) : planExplanation(task, 'what');
}
