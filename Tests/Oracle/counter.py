"""Counts the walks of a guide from its own beginning."""

from model import ASKED, NOT_ASKED, SKIPPED, Ask, Menu, instructions
from walker import TooLarge, Walker


class Counter(Walker):
    """A walker that takes one answer of each class that the library can tell apart."""

    def __init__(self, library, limit):
        super().__init__(library, limit, merges=False)

    def has_numbers(self, guide):
        """Whether a walk of the guide from its own beginning can ask for a number that is read."""
        waiting, found = [guide], set()
        for name in waiting:
            steps = self.guides[name].steps
            for body in [b for s in steps for b in [s.body] + [t.body for t in s.topics]]:
                for part in instructions(self.library, body):
                    if isinstance(part, Ask):
                        found.add(self.number_of[part.question])
                    targets = part.guides if isinstance(part, Menu) else [getattr(part, "target", "")]
                    waiting += [t for t in targets if t in self.guides and t not in waiting]
        return any(self.questions[i].values and self.is_read[i] for i in found)

    def count(self, guide):
        """The paths of a guide from its own beginning, and the smallest and the largest number of questions."""
        found = {}

        def ahead(state):
            if not state[0]:
                return 1, 0, 0
            if state in found:
                return found[state]
            if len(found) > self.limit:
                raise TooLarge()
            following = []
            self.origins = {}
            self.choose(state, following, is_counting=True)
            block, place = state[0][-1]
            code = self.blocks[block].code[place]
            weights = [1] * len(following)
            if code[0] == "ask" and self.questions[code[1]].kind == "check":
                weights = self.check_weights(code[1], following)
            results = [ahead(s) for s in following]
            more = 1 if code[0] == "ask" else 0
            found[state] = (sum(w * r[0] for w, r in zip(weights, results)),
                            more + min(r[1] for r in results), more + max(r[2] for r in results))
            return found[state]

        start = []
        self.go_on([(guide, 0)], (NOT_ASKED,) * len(self.questions), 0, 0, (), None, guide, start)
        return ahead(start[0])

    def check_weights(self, i, following):
        """How many ways there are to end with each answer: after a wrong one, it is asked once more."""
        right = {o.name for o in self.questions[i].options if o.right}
        wrong = len({self.classes[i][o.name] for o in self.questions[i].options if not o.right})
        weights = []
        for state in following:
            answer = state[1][i]
            if answer == ASKED:
                weights.append(2 + 2 * wrong + wrong * wrong)
            elif answer in right or answer == SKIPPED:
                weights.append(1 + wrong)
            else:
                weights.append(wrong)
        return weights
