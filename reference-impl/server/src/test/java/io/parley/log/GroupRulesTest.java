package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.kernel.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Ann owns a group in which Ben is a member. */
@Verifies({"INV-5", "MSG-2"})
class GroupRulesTest {

    private final Rules rules = new Rules(Given.settings());
    private final ConversationState group = Given.aConversationOf(1);

    private Optional<Refusal> check(ConversationState state, Command command) {
        return rules.check(state, command, Optional.empty(), Given.NOW);
    }

    @Test
    void letAnOwnerAddRemoveRenameAndAppoint() {
        assertThat(List.of(
                        Given.adds(Given.ANN, Given.CEM),
                        Given.removes(Given.ANN, Given.BEN),
                        Given.changes(Given.ANN, new GroupChange.Rename("Others")),
                        Given.changes(Given.ANN, new GroupChange.NewRole(Given.BEN, Role.OWNER))))
                .allSatisfy(command -> assertThat(check(group, command)).isEmpty());
    }

    @Test
    void refuseAllOfThatToAMember() {
        assertThat(List.of(
                        Given.adds(Given.BEN, Given.CEM),
                        Given.removes(Given.BEN, Given.ANN),
                        Given.changes(Given.BEN, new GroupChange.Rename("Others")),
                        Given.changes(Given.BEN, new GroupChange.NewRole(Given.BEN, Role.OWNER))))
                .allSatisfy(command -> assertThat(check(group, command)).contains(new Refusal.NotAnOwner()));
    }

    @Test
    void tellAStrangerNoMoreThanThatThereIsNoSuchConversation() {
        assertThat(List.of(
                        Given.adds(Given.STRANGER, Given.CEM),
                        Given.removes(Given.STRANGER, Given.STRANGER),
                        Given.changes(Given.STRANGER, new GroupChange.Rename("Others"))))
                .allSatisfy(command -> assertThat(check(group, command)).contains(new Refusal.NotAMember()));
    }

    @Test
    void letAMemberLeaveAndTakeNobodyAlong() {
        assertThat(check(group, Given.removes(Given.BEN, Given.BEN))).isEmpty();
        assertThat(check(
                        group,
                        Given.changes(
                                Given.BEN,
                                new GroupChange.Membership(
                                        new TreeMap<>(), new TreeSet<>(Set.of(Given.ANN, Given.BEN))))))
                .contains(new Refusal.NotAnOwner());
    }

    @Test
    void refuseToTheLastOwnerToLeaveOthersBehind() {
        Command leave = Given.removes(Given.ANN, Given.ANN);
        Command stepDown = Given.changes(Given.ANN, new GroupChange.NewRole(Given.ANN, Role.MEMBER));
        ConversationState twoOwners =
                Given.append(group, Given.changes(Given.ANN, new GroupChange.NewRole(Given.BEN, Role.OWNER)));
        ConversationState alone = Given.append(group, Given.removes(Given.ANN, Given.BEN));

        assertThat(check(group, leave)).contains(new Refusal.NoOwnerLeft());
        assertThat(check(group, stepDown)).contains(new Refusal.NoOwnerLeft());
        assertThat(check(twoOwners, leave)).isEmpty();
        assertThat(check(twoOwners, stepDown)).isEmpty();
        assertThat(check(alone, leave)).isEmpty();
        assertThat(check(alone, stepDown)).contains(new Refusal.NoOwnerLeft());
    }

    @Test
    void leaveAnEmptyGroupToNobody() {
        ConversationState empty = Given.append(
                Given.append(group, Given.removes(Given.ANN, Given.BEN)), Given.removes(Given.ANN, Given.ANN));

        assertThat(empty.members()).isEmpty();
        assertThat(check(empty, Given.adds(Given.ANN, Given.ANN))).contains(new Refusal.NotAMember());
        assertThat(check(empty, Given.creation())).contains(new Refusal.IdInUse());
    }

    @Test
    void refuseToAddAMemberAndToRemoveOrAppointAStranger() {
        assertThat(check(group, Given.adds(Given.ANN, Given.BEN))).contains(new Refusal.AlreadyAMember(Given.BEN));
        assertThat(check(group, Given.removes(Given.ANN, Given.STRANGER)))
                .contains(new Refusal.NoSuchMember(Given.STRANGER));
        assertThat(check(group, Given.changes(Given.ANN, new GroupChange.NewRole(Given.STRANGER, Role.OWNER))))
                .contains(new Refusal.NoSuchMember(Given.STRANGER));
    }

    @Test
    void countWhoComesAndWhoGoesAgainstTheLimit() {
        int max = Given.settings().membersMax();
        int free = max - group.members().size();

        assertThat(check(group, adding(free - 1))).isEmpty();
        assertThat(check(group, adding(free))).isEmpty();
        assertThat(check(group, adding(free + 1))).contains(new Refusal.TooManyMembers(max));
        assertThat(check(group, exchangingBenFor(free + 1))).isEmpty();
        assertThat(check(group, exchangingBenFor(free + 2))).contains(new Refusal.TooManyMembers(max));
    }

    @Test
    void holdACreationToTheLimit() {
        int max = Given.settings().membersMax();

        assertThat(check(Given.nothing(), creationOf(max))).isEmpty();
        assertThat(check(Given.nothing(), creationOf(max + 1))).contains(new Refusal.TooManyMembers(max));
    }

    @Test
    void neverChangeADirectConversation() {
        ConversationState direct = Given.append(
                Given.nothing(),
                Given.changes(
                        Given.ANN,
                        new Content.Created(
                                ConversationType.DIRECT,
                                null,
                                new TreeMap<>(Map.of(Given.ANN, Role.MEMBER, Given.BEN, Role.MEMBER)))));

        assertThat(List.of(
                        Given.adds(Given.ANN, Given.CEM),
                        Given.removes(Given.ANN, Given.BEN),
                        Given.removes(Given.ANN, Given.ANN),
                        Given.changes(Given.ANN, new GroupChange.Rename("Others")),
                        Given.changes(Given.ANN, new GroupChange.NewRole(Given.BEN, Role.OWNER))))
                .allSatisfy(command -> assertThat(check(direct, command)).contains(new Refusal.NotAGroup()));
    }

    private static SortedMap<UserId, Role> newcomers(int count) {
        TreeMap<UserId, Role> users = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            users.put(new UserId(UuidCreator.getTimeOrderedEpoch()), Role.MEMBER);
        }
        return users;
    }

    private static Command adding(int count) {
        return Given.changes(Given.ANN, new GroupChange.Membership(newcomers(count), new TreeSet<>()));
    }

    private static Command exchangingBenFor(int count) {
        return Given.changes(Given.ANN, new GroupChange.Membership(newcomers(count), new TreeSet<>(Set.of(Given.BEN))));
    }

    private static Command creationOf(int members) {
        SortedMap<UserId, Role> all = newcomers(members - 1);
        all.put(Given.ANN, Role.OWNER);
        return Given.changes(Given.ANN, new Content.Created(ConversationType.GROUP, null, all));
    }
}
