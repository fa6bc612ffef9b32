package io.parley.acceptance.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.OwnInstallation;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.problem.ProblemType;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Passwords are hashed a few at a time; who would have to wait too long is told to come again. */
@Order(5)
@ResourceLock(OwnInstallation.LOCK)
@Verifies({"API-1", "USR-1", "USR-2"})
class BusyNodeTest {

    private static final int AT_ONCE = 24;

    private final Api nobody = Api.to(OwnInstallation.shared().address());
    private final Person ann = Person.registered(nobody);

    @Test
    void refusesLoginsWhileTooManyWait() {
        List<Answer> answers =
                nobody.sendAll(requests(() -> nobody.posting("/auth/login", credentials(ann.username()))));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).isNotEmpty();
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .isNotEmpty()
                .allSatisfy(answer -> answer.expect(ProblemType.OVERLOADED));
    }

    @Test
    void refusesRegistrationsWhileTooManyWait() {
        List<Answer> answers =
                nobody.sendAll(requests(() -> nobody.posting("/auth/register", credentials(Person.freshName()))));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).isNotEmpty();
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .isNotEmpty()
                .allSatisfy(answer -> answer.expect(ProblemType.OVERLOADED));
    }

    private static List<HttpRequest.Builder> requests(Supplier<HttpRequest.Builder> one) {
        return Stream.generate(one).limit(AT_ONCE).toList();
    }

    private static Map<String, String> credentials(String username) {
        return Map.of("username", username, "password", Person.PASSWORD);
    }
}
