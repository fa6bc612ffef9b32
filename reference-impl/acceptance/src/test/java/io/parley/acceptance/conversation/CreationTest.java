package io.parley.acceptance.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Forms.Conversation;
import io.parley.acceptance.api.Forms.Member;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** {@code POST /conversations}: who is in it, and what a repeat or a race comes to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreationTest {

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final Person cem = Person.registered();

    @Test
    @Verifies("MSG-2")
    void makesTheCreatorTheOwnerOfAGroup() {
        Conversation group = create(ann, group(Ids.next(), "Picnic", bob, cem)).expect(201, Conversation.class);

        assertThat(group.type()).isEqualTo("group");
        assertThat(group.title()).isEqualTo("Picnic");
        assertThat(group.memberCount()).isEqualTo(3);
        assertThat(roles(group)).isEqualTo(Map.of(ann.id(), "owner", bob.id(), "member", cem.id(), "member"));
        for (Person member : List.of(ann, bob, cem)) {
            assertThat(member.looksAt(group.id())).isEqualTo(group);
        }
    }

    @Test
    @Verifies("MSG-1")
    void makesBothMembersOfADirectConversation() {
        Person dan = Person.registered();
        Conversation direct = create(ann, Map.of("type", "direct", "title", "ignored", "members", List.of(dan.id())))
                .expect(201, Conversation.class);

        assertThat(direct.type()).isEqualTo("direct");
        assertThat(direct.title()).isNull();
        assertThat(direct.memberCount()).isEqualTo(2);
        assertThat(roles(direct)).isEqualTo(Map.of(ann.id(), "member", dan.id(), "member"));
        assertThat(dan.looksAt(direct.id())).isEqualTo(direct);
    }

    @Test
    @Verifies({"MSG-2", "INV-1"})
    void isTheFirstEntryOfTheLog() {
        Conversation group = ann.gathers(bob, cem);
        JsonNode first = ann.readsEntries(group.id(), "").entries().get(0);

        assertThat(group.headSeq()).isEqualTo(1);
        assertThat(group.lastActivityAt()).isEqualTo(group.createdAt());
        assertThat(first.get("kind").asString()).isEqualTo("created");
        assertThat(first.get("seq").asLong()).isEqualTo(1);
        assertThat(first.get("ordinal").asLong()).isZero();
        assertThat(first.get("author").asString()).isEqualTo(ann.id());
        assertThat(first.get("at").asString()).isEqualTo(group.createdAt());
        assertThat(ann.says(group.id(), "hello"))
                .satisfies(message -> assertThat(message.seq()).isEqualTo(2))
                .satisfies(message -> assertThat(message.ordinal()).isEqualTo(1));
    }

    @Nested
    @Verifies({"MSG-2", "INV-4"})
    class Repeated {

        @Test
        void findsTheGroupOfTheSameRequest() {
            Map<String, Object> body = group(Ids.next(), "Twice", bob, cem);
            Answer first = create(ann, body).expect(201);

            assertThat(create(ann, body).expect(200).body()).isEqualTo(first.body());
            ann.says(first.text("/id"), "something happened meanwhile");
            assertThat(create(ann, body).expect(200, Conversation.class).headSeq())
                    .isEqualTo(2);
        }

        @Test
        void choosesAnIdWhereTheClientDoesNot() {
            assertThat(ann.gathers(bob, cem).id())
                    .isNotEqualTo(ann.gathers(bob, cem).id());
        }

        @Test
        void refusesEveryOtherUseOfAnIdWithoutDetail() {
            String id = Ids.next();
            create(ann, group(id, "Mine", bob, cem)).expect(201);

            List<Answer> refusals = List.of(
                    create(ann, group(id, "Other title", bob, cem)),
                    create(ann, group(id, null, bob, cem)),
                    create(ann, group(id, "Mine", bob, Person.registered())),
                    create(bob, group(id, "Mine", ann, cem)),
                    create(Person.registered(), group(id, "Mine", bob, cem)),
                    create(ann, direct(id, Person.registered())));

            assertThat(refusals).allSatisfy(refusal -> assertThat(
                            refusal.expect(ProblemType.ID_IN_USE).body())
                    .isEqualTo(refusals.get(0).body())
                    .doesNotContain(ann.id(), "Mine"));
        }

        @Test
        void refusesADirectConversationsIdForAGroup() {
            String id = Ids.next();
            create(ann, direct(id, Person.registered())).expect(201);

            create(ann, group(id, null, bob, cem)).expect(ProblemType.ID_IN_USE);
        }

        @Test
        void makesOneGroupOfRequestsAtTheSameMoment() {
            Map<String, Object> body = group(Ids.next(), "Race", bob, cem);

            List<Answer> answers = atTheSameMoment(List.of(ann, ann, ann, ann), person -> body);

            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
            assertThat(answers).extracting(answer -> answer.text("/id")).containsOnly((String) body.get("id"));
        }
    }

    @Nested
    @Verifies({"MSG-1", "INV-4"})
    class OfTheSamePair {

        @Test
        void findsTheDirectConversationFromEitherSide() {
            Person dan = Person.registered();
            Conversation direct = create(ann, direct(null, dan)).expect(201, Conversation.class);

            assertThat(create(ann, direct(null, dan)).expect(200, Conversation.class))
                    .isEqualTo(direct);
            assertThat(create(dan, direct(null, ann)).expect(200, Conversation.class))
                    .isEqualTo(direct);
            assertThat(create(dan, direct(Ids.next(), ann)).expect(200, Conversation.class))
                    .isEqualTo(direct);
        }

        @Test
        void makesOneConversationFromBothSidesAtTheSameMoment() {
            List<Person> people = List.of(ann, bob, cem, Person.registered());
            for (Person one : people) {
                for (Person other : people.subList(people.indexOf(one) + 1, people.size())) {
                    List<Answer> answers = atTheSameMoment(
                            List.of(one, other, one, other), by -> direct(Ids.next(), by.equals(one) ? other : one));

                    assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
                    assertThat(answers)
                            .extracting(answer -> answer.text("/id"))
                            .containsOnly(answers.get(0).text("/id"));
                    assertThat(one.readsEntries(answers.get(0).text("/id"), "").entries())
                            .hasSize(1);
                }
            }
        }
    }

    private interface Body {
        Map<String, Object> of(Person creator);
    }

    private static List<Answer> atTheSameMoment(List<Person> creators, Body body) {
        List<CompletableFuture<Answer>> started = new ArrayList<>();
        for (Person creator : creators) {
            Api api = creator.api();
            started.add(api.start(api.posting("/conversations", body.of(creator))));
        }
        return started.stream().map(CompletableFuture::join).toList();
    }

    private static Answer create(Person creator, Map<String, Object> body) {
        return creator.api().post("/conversations", body);
    }

    private static Map<String, Object> group(String id, @Nullable String title, Person... others) {
        List<String> members = Arrays.stream(others).map(Person::id).toList();
        return title == null
                ? Map.of("id", id, "type", "group", "members", members)
                : Map.of("id", id, "type", "group", "members", members, "title", title);
    }

    private static Map<String, Object> direct(@Nullable String id, Person other) {
        List<String> members = List.of(other.id());
        return id == null
                ? Map.of("type", "direct", "members", members)
                : Map.of("type", "direct", "members", members, "id", id);
    }

    private static Map<String, String> roles(Conversation conversation) {
        return Objects.requireNonNull(conversation.members()).stream()
                .collect(Collectors.toMap(member -> member.user().id(), Member::role));
    }
}
