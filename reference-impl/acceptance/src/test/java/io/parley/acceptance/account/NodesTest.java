package io.parley.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Person;
import io.parley.account.Grant;
import io.parley.account.Registration;
import io.parley.evidence.Verifies;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several nodes over one PostgreSQL: they share the key that signs, and who is logged in. */
@Verifies("USR-2")
class NodesTest {

    @Test
    void agreeOnOneKeyWhenTheyStartAtOnce() throws Exception {
        try (AccountComponent first = AccountComponent.onItsOwnSchema()) {
            first.sql().sql("DELETE FROM signing_key").update();
            List<AccountComponent> nodes = AtOnce.run(4, first::anotherNode);
            Grant session = nodes.get(0)
                    .accounts()
                    .register(new Registration(Person.freshName(), "correct horse", null, null, null));

            assertThat(nodes).allSatisfy(node -> assertThat(node.accessTokens().verify(session.accessToken()))
                    .isPresent());
            // The first node still holds the key that was deleted: another key signed this token.
            assertThat(first.accessTokens().verify(session.accessToken())).isEmpty();
            assertThat(first.sql()
                            .sql("SELECT count(*) FROM signing_key")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            nodes.forEach(AccountComponent::close);
        }
    }
}
