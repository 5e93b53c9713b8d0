import { ok } from '../../../shared/basics/result.ts';
import type { Bridge } from '../../../shared/bridge.ts';
import type { PaperCalls } from '../../store/papers/paper-calls.ts';
import type { OwnSession } from '../people/people-calls.ts';

/** Printers and papers of the host. */
export function createPaperCalls(bridge: Bridge, within: OwnSession['within']): PaperCalls {
  return {
    list: async () => {
      const answer = await bridge.call('print-jobs', {});
      return answer.ok ? ok(answer.value.jobs) : answer;
    },
    printers: async () => {
      const answer = await bridge.call('printers', {});
      return answer.ok ? ok(answer.value.printers) : answer;
    },
    cancel: async (jobId) => {
      const answer = await within((session) => bridge.call('print-cancel', { session, jobId }));
      return answer.ok ? ok(answer.value.outcome) : answer;
    },
    watch: (listener) =>
      bridge.onNews((news) => {
        if (news.news === 'printed') listener(news.outcome);
      }),
  };
}
