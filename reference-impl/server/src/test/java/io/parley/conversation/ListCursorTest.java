package io.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Verifies("API-2")
class ListCursorTest {

    @Test
    void comesBackFromItsText() {
        ListCursor cursor = new ListCursor(
                Instant.parse("2026-11-20T10:00:00.123Z"), new ConversationId(UuidCreator.getTimeOrderedEpoch()));

        assertThat(ListCursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1 2",
                "x 0199c0de-0000-7000-8000-000000000000",
                "1 0199c0de-0000-7000-8000-000000000000 2"
            })
    void refusesAnyOtherText(String plain) {
        String text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException().isThrownBy(() -> ListCursor.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> ListCursor.parse("%%%"));
    }
}
