"""Writes random small libraries from a seed, with close together everything that routes."""

import random
from fractions import Fraction
from model import (Ask, Condition, Define, Guide, Jump, Let, Library, Menu, Option, Promise, Question, Say, Step,
                          Test, Topic, Visit, When)


def is_list(instruction):
    return isinstance(instruction, Say) and not instruction.is_sentence


class Scope:
    """What a condition can read where it stands."""

    def __init__(self, generator, guide):
        self.guide = guide
        self.questions = []                          # names, asked further up
        self.lets = []                               # names, defined further up
        self.places = list(generator.claims) + generator.subjects + [g for g in generator.guide_names if g != guide]


class Generator:
    def __init__(self, seed, is_flat=False):
        self.random = random.Random(seed)
        self.is_flat = is_flat                       # no guide is visited by a guide that is visited
        r = self.random
        self.questions, self.lets = {}, {}
        self.guide_names = [f"g{i + 1}" for i in range(r.choice([1, 1, 2, 2, 2, 3, 3, 4]))]
        self.claims, self.subjects = {}, r.choice([["red"], ["red", "blue"]])
        for i in range(r.randint(1, 3)):
            subjects = r.sample(self.subjects, r.randint(1, len(self.subjects)))
            self.claims[f"c{i + 1}"] = tuple(sorted(subjects))
        for subject in self.subjects:                # each subject needs a claim
            if not any(subject in s for s in self.claims.values()):
                self.claims[f"c{len(self.claims) + 1}"] = (subject,)
        self.budget = r.randint(3, 8)                # of questions
        self.likes_sums = r.random() < 0.45
        self.likes_menus = r.random() < 0.5
        self.routes_by_sums = r.random() < 0.02      # directly, not through a named condition
        self.conditional = r.uniform(0.25, 0.6)
        self.serial = 0
        self.extra = random.Random(f"extra {seed}")  # of its own, so that what it decides changes nothing else

    def name(self, letter):
        self.serial += 1
        return f"{letter}{self.serial}"

    def chance(self, probability):
        return self.random.random() < probability

    # MARK: The library

    def library(self):
        r = self.random
        # Sums over shared answers are the cells that all guides have in common.
        sums_shared = self.likes_sums and self.chance(0.4)
        kinds = ["number", "scale", "amount"] if sums_shared else None
        count = r.randint(2, 3) if sums_shared else r.choice([0, 1, 1, 2])
        self.shared = [self.question(None, is_shared=True, kinds=kinds).name for _ in range(count)]
        last = len(self.guide_names) // 2            # in flat libraries, only the first half visits, and only the rest
        later = [self.guide_names[max(i + 1, last if self.is_flat else 0):] for i in range(len(self.guide_names))]
        if self.is_flat:
            later[last:] = [[] for _ in later[last:]]
        self.on_shelf = self.guide_names[last:] if self.is_flat else self.guide_names
        guides = [self.guide(name, names) for name, names in zip(self.guide_names, later)]
        shelf = self.shelf()
        for guide in guides:
            if self.chance(0.3) and len(guides) > 1:
                others = [n for n in self.guide_names if n != guide.name]
                guide.next = tuple(r.sample(others, r.randint(1, min(2, len(others)))))
        self.keep_what_is_used(guides)
        return Library(guides, shelf, self.questions, self.lets, self.claims)

    def keep_what_is_used(self, guides):
        """A shared question that no guide asks cannot be read, so one guide asks it."""
        for name in self.shared:
            if name not in self.asked_shared:
                self.random.choice(guides).steps[0].body.insert(0, Ask(name))

    asked_shared = frozenset()

    def shelf(self):
        r = self.random
        scope = Scope(self, None)
        names = [self.name("s") for _ in range(r.choice([1, 1, 1, 2]))]
        steps, own = [], []
        for i, name in enumerate(names):
            topics = [self.name("t") for _ in range(r.choice([0, 0, 0, 1, 2]))]
            body = [Say(())]
            if self.shared and self.chance(0.3):
                body.append(self.ask(scope, r.choice(self.shared)))
            if self.chance(0.35):
                body += self.body(scope, names[i + 1:] + ["end"], topics + self.on_shelf, r.randint(1, 2), 1)
            must = tuple(t for t in topics if self.chance(0.3))
            guides = tuple(sorted(r.sample(self.on_shelf, r.randint(1, len(self.on_shelf)))))
            menu = self.menu(scope, topics, must, guides)
            condition = self.condition(scope) if not topics and scope.questions and self.chance(0.3) else None
            body.append(When(condition, [menu]) if condition else menu)
            if self.chance(0.2):
                body.append(Say(self.some_claims()))
            step = Step(name, body)
            for topic in topics:
                below = topics[topics.index(topic) + 1:]
                inner = [Say(self.some_claims())] + self.body(scope, [], below + self.on_shelf, r.randint(0, 2), 1)
                step.topics.append(Topic(topic, inner))
                scope.places.append(topic)
            own += [name] + topics
            scope.places.append(name)
            steps.append(step)
        scope.questions = list(dict.fromkeys(self.shared + scope.questions))
        places = own if self.chance(0.7) else []
        promises = [self.promise(scope, places, scope.questions) for _ in range(r.choice([0, 0, 1, 1, 2]))]
        return Guide("shelf", steps, [p for p in promises if p])

    def guide(self, name, later):
        """A guide that can visit the guides after it."""
        r = self.random
        scope = Scope(self, name)
        if self.chance(0.4):                         # reads what only other guides ask
            scope.questions = list(self.shared)
        count = r.randint(1, 3)
        names = [self.name("s") for _ in range(count)]
        topic_count = r.choice([0, 1, 2, 2, 3] if self.likes_menus else [0, 0, 0, 1, 2])
        owners = [r.randrange(count) for _ in range(topic_count)]
        topics = {i: [self.name("t") for o in owners if o == i] for i in range(count)}
        all_topics = [t for i in range(count) for t in topics[i]]
        steps = []
        for i in range(count):
            step = Step(names[i], [])
            targets = names[i + 1:] + ["end"]
            # Visits to topics that have not begun come to them before their menu does.
            step.body = self.body(scope, targets, all_topics + later, r.randint(1, 3), 0)
            needs_menu = topics[i] and (self.chance(0.85))
            if needs_menu or later and self.chance(0.35 if self.likes_menus else 0.15):
                must = tuple(t for t in topics[i] if self.chance(0.3))
                guides = tuple(g for g in later if self.chance(0.5))
                if topics[i] or guides:
                    step.body.append(self.menu(scope, topics[i], must, guides))
                    if self.chance(0.3):
                        step.body.append(Say(()))
                        step.body += self.body(scope, targets, all_topics + later, 1, 0)
                    if self.chance(0.15):
                        step.body += [Menu((), guides)] if guides or topics[i] else []
            for topic in topics[i]:
                below = all_topics[all_topics.index(topic) + 1:]
                step.topics.append(Topic(topic, [Say(self.some_claims())]
                                         + self.body(scope, [], below + later, r.randint(0, 2), 0)))
                scope.places.append(topic)
            scope.places.append(step.name)
            steps.append(step)
        for topic in all_topics:                     # something must lead to every topic
            if not self.is_led_to(steps, topic):
                steps[0].body.append(Visit(topic))
        if self.chance(0.6):
            steps[-1].body.append(Say(self.some_claims()))
        for step in steps:
            step.body.insert(0, Say(self.some_claims()))
        places = names + all_topics
        asked = list(scope.questions)
        promises = [self.promise(scope, places, asked) for _ in range(r.randint(1, 4))]
        return Guide(name, steps, [p for p in promises if p])

    def menu(self, scope, topics, must, guides):
        """A menu; sometimes, part of it is only for some."""
        offers, requires = [], []
        self.random, common = self.extra, self.random
        if scope.questions and self.chance(0.35):
            for entry in [*topics, *guides]:
                condition = self.condition(scope) if self.chance(0.5) else None
                known = [(c.tests, c.joiner) for _, c in offers + requires]
                if condition and len(known) < 3 and (condition.tests, condition.joiner) not in known:
                    kind = requires if entry in topics and self.chance(0.4) else offers
                    kind.append((entry, condition))
        self.random = common
        return Menu(must, guides, tuple(offers), tuple(requires))

    def is_led_to(self, steps, topic):
        for step in steps:
            names = [t.name for t in step.topics]
            if topic in names and any(isinstance(i, Menu) for i in step.body):
                return True
        return False

    # MARK: Instructions

    def some_claims(self):
        r = self.random
        if self.chance(0.55):
            return ()
        return tuple(sorted(r.sample(sorted(self.claims), 1 if self.chance(0.85) else min(2, len(self.claims)))))

    def body(self, scope, targets, places, count, depth):
        r, body = self.random, []
        for _ in range(count):
            kind = r.random()
            if kind < 0.36:
                body += self.questioning(scope, targets, places, depth)
            elif kind < 0.52 and places:
                condition = self.condition(scope) if self.chance(self.conditional) else None
                body.append(Visit(r.choice(places), condition))
            elif kind < 0.66 and targets and scope.questions:
                condition = self.condition(scope)
                if condition:
                    body += [Jump(r.choice(targets), condition)]
            elif kind < 0.88 and depth < 2:
                condition = self.condition(scope)
                inner = self.body(scope, targets, places, r.randint(1, 2), depth + 1)
                if condition:
                    body.append(When(condition, inner))
                else:
                    body += inner
            else:
                body.append(Say(self.some_claims(), self.chance(0.85)))
        for i in range(len(body) - 1, -1, -1):       # only a sentence comes right before a list
            if is_list(body[i]) and (i == 0 or not isinstance(body[i - 1], Say)):
                body.insert(i, Say(()))
        if not body:
            body.append(Say(self.some_claims()))
        return body

    def questioning(self, scope, targets, places, depth):
        """One question, or several that are added, and what is made of them."""
        body = []
        if self.chance(0.3) and any(q in self.shared for q in scope.questions):
            body += self.equations(scope)
        if self.shared and self.chance(0.35):
            body.append(self.ask(scope, self.random.choice(self.shared)))
        elif self.budget > 0:
            count = self.random.randint(2, 3) if self.likes_sums and self.chance(0.6) else 1
            for _ in range(count):
                question = self.question(scope, False, targets, places, depth)
                body.append(self.ask(scope, question.name))
        if self.chance(0.75 if self.likes_sums else 0.3):
            body += self.equations(scope)
        return body

    def ask(self, scope, name):
        if name in self.shared:
            self.asked_shared = self.asked_shared | {name}
        if name not in scope.questions:
            scope.questions.append(name)
            scope.places.append(name)
        return Ask(name)

    # MARK: Questions

    def question(self, scope, is_shared, targets=(), places=(), depth=0, kinds=None):
        r = self.random
        self.budget -= 1
        if kinds is None:
            kinds = ["choice"] * 4 + ["ticks"] * 2 + ["number", "scale"]
            if self.likes_sums:
                kinds += ["number", "number", "scale", "amount", "ticks"]
            if not is_shared:
                kinds += ["check", "text"]
        kind = r.choice(kinds)
        question = Question(self.name("q"), kind, is_shared=is_shared)
        letters = "abcd"[:r.choice([2, 2, 3])]
        if kind == "number":
            question.values = tuple(range(0, r.randint(2, 5)))
        elif kind == "scale":
            question.values = tuple(range(0, r.randint(2, 4)))
        elif kind == "amount":
            question.values = tuple(Fraction(i, 100) for i in range(0, r.randint(3, 5)))
        elif kind == "check":
            right = r.choice(letters)
            question.options = [Option(letter, right=letter == right) for letter in letters]
        elif kind in ("choice", "ticks"):
            question.options = [Option(letter) for letter in letters]
            if kind == "ticks" and self.chance(0.5):
                question.options.append(Option("n", excludes=True))
                if self.extra.random() < 0.3:
                    question.options.append(Option("m", excludes=True))
            for option in question.options[1:]:
                if scope and not option.excludes and self.chance(0.25):
                    option.condition = self.condition(scope)
            for option in question.options:
                if scope and self.chance(0.2):       # what is under a shared question's answers is never shown
                    option.body = self.answer_body(scope, targets if kind == "choice" else (), places, depth)
        self.questions[question.name] = question
        return question

    def answer_body(self, scope, targets, places, depth):
        r = self.random
        if depth > 1 or self.chance(0.4):
            return [Say(self.some_claims())]
        if targets and self.chance(0.4):
            return [Jump(r.choice(targets))]
        return self.body(scope, targets, places, 1, depth + 1)

    # MARK: Equations

    def equations(self, scope):
        """An equation over what was asked, and named conditions that compare it."""
        r, body = self.random, []
        parts = [q for q in scope.questions if self.questions[q].values]
        counted = [q for q in scope.questions if self.questions[q].kind == "ticks"]
        if counted and self.chance(0.5):
            body.append(self.define(scope, Let(self.name("l"), "ticks", question=r.choice(counted))))
        parts += [n for n in scope.lets if self.lets[n].kind == "ticks"]
        if not parts:
            return body
        kind = r.random()
        if kind < 0.15 and len(parts) > 1:
            value = Let(self.name("l"), "product", factors=tuple(r.sample(parts, 2)))
            body.append(self.define(scope, value))
        else:
            chosen = r.sample(parts, min(len(parts), r.randint(1, 4)))
            for _ in range(r.choice([1, 1, 2])):     # twice with different weights
                terms = tuple((r.choice([1, 1, 1, 2, 3, -1, -1, -2]), n) for n in chosen)
                body.append(self.define(scope, Let(self.name("l"), "sum", terms=terms)))
        values = [i.let for i in body if self.lets[i.let].kind in ("sum", "product", "ticks")]
        for name in values:
            for _ in range(r.choice([1, 1, 2])):
                test = self.comparison(name)
                if test:
                    condition = Condition([test])
                    if self.chance(0.3):
                        more = self.condition(scope, most=1)
                        if more and not more.turned and more.tests[0].kind != "true" and more.tests[0].name != name:
                            more.tests[0].options = more.tests[0].options[:1]
                            condition = Condition([test, more.tests[0]], r.choice(["and", "or"]))
                    body.append(self.define(scope, Let(self.name("l"), "condition", condition=condition)))
        named = [n for n in scope.lets if self.lets[n].kind == "condition"]
        if len(named) > 1 and self.chance(0.3):
            count = Let(self.name("l"), "conditions", names=tuple(r.sample(named, r.randint(2, min(3, len(named))))))
            body.append(self.define(scope, count))
            test = Test("compare", count.name, operator=r.choice(["is", "at least"]), limit=r.randint(1, len(count.names)))
            body.append(self.define(scope, Let(self.name("l"), "condition", condition=Condition([test]))))
        return body

    def define(self, scope, let):
        self.lets[let.name] = let
        scope.lets.append(let.name)
        return Define(let.name)

    def range_of(self, name):
        """The smallest and the largest value, and the step."""
        if name in self.questions:
            question = self.questions[name]
            return question.values[0], question.values[-1], question.values[1] - question.values[0]
        let = self.lets[name]
        if let.kind == "ticks":
            return 0, len([o for o in self.questions[let.question].options if not o.excludes]), 1
        if let.kind == "conditions":
            return 0, len(let.names), 1
        if let.kind == "product":
            ranges = [self.range_of(n) for n in let.factors]
            return 0, ranges[0][1] * ranges[1][1], min(r[2] for r in ranges)
        low = high = 0
        for factor, part in let.terms:
            least, most, _ = self.range_of(part)
            low += min(factor * least, factor * most)
            high += max(factor * least, factor * most)
        return low, high, min(self.range_of(n)[2] for _, n in let.terms)

    def comparison(self, name):
        """A comparison that is not decided by the range alone."""
        r = self.random
        low, high, step = self.range_of(name)
        count = int((high - low) / step)
        if count < 1:
            return None
        operator = r.choice(["is", "at least", "at least", "at most", "more than", "less than"])
        first, last = {"is": (0, count), "at least": (1, count), "at most": (0, count - 1), "more than": (0, count - 1),
                       "less than": (1, count)}[operator]
        limit = low + step * r.randint(first, last)
        return None if limit < 0 else Test("compare", name, operator=operator, limit=limit)

    # MARK: Conditions

    def condition(self, scope, most=2):
        """A condition over what stands further up, or nothing if nothing does."""
        r, tests, used = self.random, [], set()
        for _ in range(1 if most == 1 or self.chance(0.7) else 2):
            test = self.test(scope)
            if test and test.name not in used:
                used.add(test.name)
                tests.append(test)
        if not tests:
            return None
        joiner = r.choice(["and", "or"])
        if joiner == "and" and len(tests) > 1:       # `is a or b and …` would mix the words
            for test in tests:
                test.options = test.options[:1]
        return Condition(tests, joiner, self.chance(0.3))

    def test(self, scope):
        r = self.random
        if scope.lets and self.chance(0.55 if self.likes_sums else 0.3):
            name = r.choice(scope.lets)
            if self.lets[name].kind == "condition":
                return Test("true", name)
            if self.lets[name].kind != "conditions" and self.chance(0.3):
                return Test("known", name)
            if self.routes_by_sums:
                return self.comparison(name)
            return None
        if scope.places and self.chance(0.2):
            return Test("seen", r.choice(scope.places))
        return self.test_of_question(r.choice(scope.questions)) if scope.questions else None

    def test_of_question(self, name):
        r, question = self.random, self.questions[name]
        if question.kind == "text" or self.chance(0.2):
            return Test(r.choice(["known", "skipped"]), name)
        if question.values:
            return self.comparison(name)
        kind = "includes" if question.kind == "ticks" else "is"
        if kind == "includes" and self.extra.random() < 0.3:
            kind = "without"
        options = [o.name for o in question.options]
        count = 1 if len(options) < 3 or self.chance(0.65) else 2
        return Test(kind, name, tuple(sorted(r.sample(options, count))))

    # MARK: Promises

    def promise(self, scope, places, asked):
        r = self.random
        seen = list(self.claims) + self.subjects + places + asked
        others = [g for g in self.guide_names if g != scope.guide] if scope.guide else []
        condition = self.condition(scope) if self.chance(0.65) else None
        form = r.choice(["before", "before", "after", "end", "end", "never", "questions"])
        if form == "questions":
            return Promise(form, limit=r.randint(1, 4), condition=condition)
        x, y = r.choice(seen + others), r.choice(seen + others)
        if x == y:
            return None
        return Promise(form, x, y if form in ("before", "after") else "", condition=condition)


def generate(seed, is_flat=False):
    return Generator(seed, is_flat).library()
