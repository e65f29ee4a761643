"""Walks every session of a library with every answer, and decides every promise, condition, and step.

Sessions are held as states at each choice. Two sessions in equal states are walked on only once, as nothing can
tell them apart anymore; `merges=False` walks each session by itself.
"""

from itertools import product
from model import (ASKED, NOT_ASKED, SKIPPED, Ask, Define, Jump, Menu, Say, Truth, Visit, When, all_answers,
                          all_conditions, all_tests, lets_of, questions_compared, questions_named, questions_of,
                          questions_read)


# Among what was seen: the session began with the shelf, after which nothing more is suggested.
FROM_SHELF = 1 << 500


class TooLarge(Exception):
    """There are more states than the limit."""


class Block:
    """The instructions of a guide or a topic, in a row."""

    def __init__(self, name):
        self.name = name
        self.code = []


class Watch:
    """A promise as its guide's walk sees it."""

    def __init__(self, promise, bit, x, y, condition, missed):
        self.promise, self.bit, self.x, self.y = promise, bit, x, y
        self.condition, self.missed = condition, missed


class Walker:
    """`broken` and `slipping` have pairs of a promise's and a guide's identity, with the state at the end of the
    guide. `conditions` has, by identity, what a condition has been, with a state for each. `reached` are names of steps and topics."""

    def __init__(self, library, limit=30000, merges=True):
        self.library, self.limit, self.merges = library, limit, merges
        self.broken, self.slipping, self.conditions, self.reached = {}, {}, {}, set()
        self.asked_before = {}                       # by condition: the questions some session has asked before it
        self.named_in = {}                           # by condition: the questions it is about
        self.origins = {}                            # by state: the one before it, and what was chosen
        self.number_of = {name: i for i, name in enumerate(library.questions)}
        self.questions = list(library.questions.values())
        self.guides = {guide.name: guide for guide in library.guides}
        names = [*library.questions, *library.claims, *library.subjects(), *self.guides]
        for guide in library.guides + [library.shelf]:
            for step in guide.steps:
                names += [step.name] + [topic.name for topic in step.topics]
        self.bit_of = {name: 1 << i for i, name in enumerate(names)}
        self.truth = Truth(library, self.bit_of)
        self.blocks = {}
        for guide in library.guides + [library.shelf]:
            self.compile_guide(guide)
        self.note_what_is_read()
        self.watches = {guide.name: self.watches_of(guide) for guide in library.guides}
        self.note_what_is_watched()

    def note_what_is_watched(self):
        """What can be seen, and a condition, a promise, a menu, or a visit asks for it."""
        promises = [w.promise for watches in self.watches.values() for w in watches]
        self.promised = 0
        for promise in promises:
            self.promised |= self.bit_of.get(promise.x, 0) | self.bit_of.get(promise.y, 0)
        self.watched = self.promised
        for test in all_tests(self.library):
            if test.kind == "seen":
                self.watched |= self.bit_of[test.name]
        for name in self.blocks:
            self.watched |= self.bit_of.get(name, 0)
        self.counted = {g for g, watches in self.watches.items() if any(w.promise.form == "questions" for w in watches)}

    # MARK: Compiling

    def compile_guide(self, guide):
        block = self.blocks[guide.name] = Block(guide.name)
        labels, jumps = {}, []
        if guide is not self.library.shelf:
            block.code.append(("begin", guide.name))
        for step in guide.steps:
            labels[step.name] = len(block.code)
            block.code.append(("event", self.bit_of[step.name], self.bit_of[step.name], step.name))
            topics = [topic.name for topic in step.topics]
            self.compile(block.code, step.body, topics, jumps)
            for topic in step.topics:
                inner = self.blocks[topic.name] = Block(topic.name)
                inner.code.append(("event", self.bit_of[topic.name], self.bit_of[topic.name], topic.name))
                self.compile(inner.code, topic.body, [], jumps)
                inner.code.append(("return",))
        labels["end"] = len(block.code)
        if guide is not self.library.shelf:
            block.code.append(("end", guide.name))
        block.code.append(("return",))
        for code, place, target in jumps:
            code[place] = ("go", labels[target])

    def compile(self, code, body, topics, jumps):
        for instruction, following in zip(body, body[1:] + [None]):
            if isinstance(instruction, Say):
                seen = 0
                for claim in instruction.claims:
                    seen |= self.bit_of[claim]
                    for subject in self.library.claims[claim]:
                        seen |= self.bit_of[subject]
                # The last sentence right before a list only introduces it.
                is_before_list = isinstance(following, Say) and not following.is_sentence
                code.append(("event", seen, seen if instruction.is_sentence and not is_before_list else 0, ""))
            elif isinstance(instruction, Ask):
                self.compile_question(code, self.library.questions[instruction.question], jumps)
            elif isinstance(instruction, Menu):
                self.compile_menu(code, instruction, topics)
            elif isinstance(instruction, When):
                place = self.test(code, instruction.condition)
                self.compile(code, instruction.body, topics, jumps)
                code[place] += (len(code),)
            elif isinstance(instruction, (Jump, Visit)):
                place = self.test(code, instruction.condition) if instruction.condition else None
                if isinstance(instruction, Jump):
                    jumps.append((code, len(code), instruction.target))
                    code.append(None)
                else:
                    code.append(("visit", instruction.target, self.bit_of[instruction.target]))
                if place is not None:
                    code[place] += (len(code),)
            else:
                assert isinstance(instruction, Define)

    def compile_menu(self, code, menu, topics):
        """A menu for each case of its conditions, after what picks one of them."""
        conditions = menu.conditions()
        pick, ends, cases = len(code), [], {}
        code.append(None)
        for case in product((False, True), repeat=len(conditions)):
            holds = {id(c): is_true for c, is_true in zip(conditions, case)}
            hidden = {e for e, c in menu.offers if not holds[id(c)]}
            required = set(menu.must) | {e for e, c in menu.requires if holds[id(c)]}
            cases[case] = len(code)
            code.append(("menu", sum(self.bit_of[e] for e in required - hidden),
                         [(e, self.bit_of[e]) for e in topics + list(menu.guides) if e not in hidden]))
            ends.append(len(code))
            code.append(None)
        for end in ends:
            code[end] = ("go", len(code))
        code[pick] = ("pick", [(self.truth.condition(c), id(c), c) for c in conditions], cases)

    def test(self, code, condition):
        code.append(("test", self.truth.condition(condition), id(condition), condition))
        return len(code) - 1

    def compile_question(self, code, question, jumps):
        place, i = len(code), self.number_of[question.name]
        code.append(None)
        for option in question.options:
            if option.body:
                inner = len(code)
                code.append(None)
                self.compile(code, option.body, [], jumps)
                code[inner] = ("chosen", i, option.name, len(code))
        offers = [(o.name, o.condition and (self.truth.condition(o.condition), id(o.condition), o.condition))
                  for o in question.options]
        code[place] = ("ask", i, self.bit_of[question.name], len(code), offers)

    def note_what_is_read(self):
        """Which questions are read at all, and what can be told apart among their options."""
        compared = {q.name: [{o.name} for o in q.options if o.body] for q in self.questions}
        read = {name for name, sets in compared.items() if sets}
        needed = set(read)
        for condition in all_conditions(self.library):
            needed |= questions_read(self.library, condition)
        for test in all_tests(self.library):
            if test.kind in ("is", "includes", "without"):
                compared[test.name].append(set(test.options))
            for let in lets_of(self.library, test.name):
                if let.question:
                    compared[let.question] += [{o.name} for o in self.library.questions[let.question].options]
            if test.kind != "seen":
                read |= questions_of(self.library, test.name)
        # For counting, a named condition that nothing reads tells answers apart too.
        self.is_read = [q.name in read for q in self.questions]
        self.is_needed = [q.name in needed for q in self.questions]
        self.classes = []
        for question in self.questions:
            sets = compared[question.name] + [{o.name} for o in question.options if o.right]
            sets.append({o.name for o in question.options if o.excludes})
            self.classes.append({o.name: tuple(o.name in s for s in sets) for o in question.options})

    def watches_of(self, guide):
        watches = []
        for bit, promise in enumerate(guide.promises + self.library.shelf.promises):
            condition = promise.condition
            watches.append(Watch(promise, 1 << bit, self.bit_of.get(promise.x, 0), self.bit_of.get(promise.y, 0),
                                 self.truth.condition(condition) if condition else lambda a, s, r: True,
                                 self.missed(condition) if condition and not condition.turned else None))
        return watches

    def missed(self, condition):
        """Whether the condition could be true if questions without an answer had been answered."""
        holds, found = self.truth.condition(condition), {}
        indexes = [self.number_of[q] for q in questions_compared(self.library, condition)]
        read = [self.number_of[q] for q in questions_read(self.library, condition)]

        def is_missed(answers, seen):
            key = (tuple(answers[i] for i in read), seen)
            if key not in found:
                unanswered = [i for i in indexes if answers[i] in (NOT_ASKED, SKIPPED)]
                found[key] = False
                for choice in product(*(all_answers(self.questions[i]) for i in unanswered)):
                    changed = list(answers)
                    for i, answer in zip(unanswered, choice):
                        changed[i] = answer
                    if holds(changed, seen, answers):
                        found[key] = True
                        break
            return found[key]
        return is_missed

    # MARK: Walking

    def walk(self):
        """Every session, from the shelf and from each guide."""
        waiting = []
        for root in [self.library.shelf.name] + list(self.guides):
            seen = FROM_SHELF if root == self.library.shelf.name else 0
            self.go_on([(root, 0)], (NOT_ASKED,) * len(self.questions), seen, 0, (), None, root, waiting)
        self.states = 0
        while waiting:
            state = waiting.pop()
            self.states += 1
            if self.states > self.limit:
                raise TooLarge()
            self.choose(state, waiting)

    def choose(self, state, waiting, is_counting=False):
        """Everything the person can do at this choice."""
        frames, answers, seen, said, walks = state
        if not frames:
            if seen & FROM_SHELF:
                return
            gone = [g for g in self.library.guides if seen & self.bit_of[g.name]]
            for name in sorted({n for g in gone for n in g.next if not seen & self.bit_of[n]}):
                self.go_on([(name, 0)], answers, seen, said, walks, state, f"next {name}", waiting)
            return
        block, place = frames[-1]
        code = self.blocks[block].code[place]
        rest = list(frames[:-1]) + [(block, place + 1)]
        if code[0] == "menu":
            for name, bit in code[2]:
                if not seen & bit:
                    self.go_on(list(frames) + [(name, 0)], answers, seen, said, walks, state, f"open {name}", waiting)
            if code[1] & seen == code[1]:
                self.go_on(rest, answers, seen, said, walks, state, "go on", waiting)
            return
        _, i, bit, _, offers = code
        walks = tuple((guide, bad, owed, asked + (guide in self.counted)) for guide, bad, owed, asked in walks)
        seen, said, walks = self.show(bit, bit, seen, said, walks)
        for answer in self.answers(i, offers, answers, seen, self.origins.get(state), is_counting):
            self.go_on(list(rest), answers[:i] + (answer,) + answers[i + 1:], seen, said, walks, state,
                       f"{self.questions[i].name}: {answer}", waiting)

    def answers(self, i, offers, answers, seen, witness, is_counting):
        """The answers that are offered. For counting, one of each class."""
        offered = {name for name, test in offers if test is None or self.holds(*test, answers, seen, witness)}
        if not (self.is_read if is_counting else self.is_needed)[i]:
            return [ASKED]
        found = all_answers(self.questions[i], offered)
        if is_counting and self.questions[i].options:
            classes = self.classes[i]
            of_class = {}
            for answer in found:
                names = answer if isinstance(answer, frozenset) else [answer]
                of_class.setdefault(frozenset(classes[n] for n in names), answer)
            found = list(of_class.values())
        return found + [SKIPPED]

    def holds(self, function, key, condition, answers, seen, witness):
        is_true = function(answers, seen, answers)
        self.conditions.setdefault(key, {}).setdefault(is_true, witness)
        asked = self.asked_before.setdefault(key, set())
        asked.update(q for q in self.named(condition) if answers[self.number_of[q]] is not NOT_ASKED)
        return is_true

    def named(self, condition):
        if id(condition) not in self.named_in:
            self.named_in[id(condition)] = questions_named(self.library, condition)
        return self.named_in[id(condition)]

    def show(self, seen_now, said_now, seen, said, walks):
        """What an instruction shows: for everyone who is on a walk, and for the session."""
        seen_now, said_now = seen_now & self.watched, said_now & self.watched
        if not seen_now:
            return seen, said, walks
        if not seen_now & self.promised:
            return seen | seen_now, said | said_now, walks
        changed = []
        for guide, bad, owed, asked in walks:
            for watch in self.watches[guide]:
                form = watch.promise.form
                if form == "before":
                    # Words that show both at once are enough: the definitions leave it open, the program says so.
                    if seen_now & watch.y and not (said | said_now) & watch.x:
                        bad |= watch.bit
                elif form == "after":
                    if seen_now & watch.y:
                        owed |= watch.bit
                    if said_now & watch.x:
                        owed &= ~watch.bit
                elif form == "never" and seen_now & watch.x:
                    bad |= watch.bit
            changed.append((guide, bad, owed, asked))
        return seen | seen_now, said | said_now, tuple(changed)

    def go_on(self, frames, answers, seen, said, walks, origin, choice, waiting):
        """Goes on to the next choice."""
        while frames:
            block, place = frames[-1]
            code = self.blocks[block].code[place]
            kind = code[0]
            next_place = place + 1
            if kind == "event":
                if code[3]:
                    self.reached.add(code[3])
                seen, said, walks = self.show(code[1], code[2], seen, said, walks)
            elif kind == "test":
                if not self.holds(code[1], code[2], code[3], answers, seen, (origin, choice)):
                    next_place = code[4]
            elif kind == "go":
                next_place = code[1]
            elif kind == "pick":
                next_place = code[2][tuple(self.holds(*test, answers, seen, (origin, choice)) for test in code[1])]
            elif kind == "chosen":
                answer = answers[code[1]]
                if not (answer == code[2] or isinstance(answer, frozenset) and code[2] in answer):
                    next_place = code[3]
            elif kind == "visit":
                if not seen & code[2]:
                    frames[-1] = (block, next_place)
                    frames.append((code[1], 0))
                    continue
            elif kind == "begin":
                walks += ((code[1], 0, 0, 0),)
                seen, said, walks = self.show(self.bit_of[code[1]], self.bit_of[code[1]], seen, said, walks)
            elif kind == "end":
                self.judge(walks[-1], answers, seen, said, (origin, choice))
                walks = walks[:-1]
            elif kind == "return":
                frames.pop()
                continue
            elif kind == "ask":
                if answers[code[1]] is NOT_ASKED:
                    break
                next_place = code[3]
            elif kind == "menu" and any(not seen & bit for _, bit in code[2]):
                break
            frames[-1] = (block, next_place)
        state = (tuple(frames), answers, seen, said, walks)
        if state not in self.origins or not self.merges:
            self.origins.setdefault(state, (origin, choice))
            waiting.append(state)

    def judge(self, walk, answers, seen, said, witness):
        """Decides the promises of a guide at its end."""
        guide, bad, owed, asked = walk
        for watch in self.watches[guide]:
            form = watch.promise.form
            is_against = (not said & watch.x if form == "end" else asked > watch.promise.limit if form == "questions"
                          else (bad | owed) & watch.bit)
            if not is_against:
                continue
            key = (id(watch.promise), guide)
            if watch.condition(answers, seen, answers):
                self.broken.setdefault(key, witness)
            elif watch.missed and form != "questions" and watch.missed(answers, seen):
                self.slipping.setdefault(key, witness)

    def conversation(self, witness):
        """The choices that lead to a state."""
        choices = []
        while witness:
            state, choice = witness
            choices.append(choice)
            witness = self.origins.get(state) if state else None
        return choices[::-1]
