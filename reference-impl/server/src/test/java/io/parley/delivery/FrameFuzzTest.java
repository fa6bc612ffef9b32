package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conversation.NewMark;
import io.parley.conversation.NewMessage;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.JsonFields;
import io.parley.problem.ProblemException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Frames that somebody has tampered with, by seed: each is read or refused, and a refusal repeats nothing of it. */
@Verifies({"API-2", "QG-7"})
class FrameFuzzTest {

    private static final int FRAMES = 20_000;
    private static final Limits LIMITS = Limits.packaged();
    private static final String ID = "0199c0de-0000-7000-8000-000000000001";
    private static final String SECRET = "Rosebud";

    private static final List<String> GENUINE = List.of(
            "{\"type\":\"authenticate\",\"token\":\"" + SECRET + "\"}",
            "{\"type\":\"resume\",\"since\":\"19a0b\"}",
            "{\"type\":\"ping\",\"digest\":\"0123456789abcdef\"}",
            "{\"type\":\"mark\",\"conversationId\":\"" + ID + "\",\"delivered\":4711,\"read\":815}",
            "{\"type\":\"send\",\"conversationId\":\"" + ID + "\",\"id\":\"" + ID
                    + "\",\"content\":{\"type\":\"text\",\"text\":\"" + SECRET
                    + " \\u00fc\"},\"sentAt\":\"2026-11-20T08:30:00.000Z\"}");

    private static final List<String> CRUMBS = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\\",
            "\\u",
            "\\ud800",
            "\u0000",
            "\ud83d",
            "null",
            "true",
            "-",
            "1e999",
            "99999999999999999999",
            "0.1",
            "{\"type\":\"send\"}",
            "[".repeat(2_000),
            " ",
            "\n",
            "/*",
            "NaN",
            "'",
            "\ufeff",
            "\"type\":\"ping\",",
            "9999-99-99T99:99:99Z",
            "x".repeat(20_000));

    private int marksRead;

    private enum End {
        READ,
        MALFORMED,
        REFUSED
    }

    @Test
    void areReadOrRefusedWhateverTheyAre() {
        Map<End, Integer> ends = new EnumMap<>(End.class);
        for (int seed = 0; seed < FRAMES; seed++) {
            Random random = new Random(seed);
            String frame = GENUINE.get(random.nextInt(GENUINE.size()));
            for (int i = random.nextInt(4); i >= 0; i--) {
                frame = tampered(frame, random);
            }
            ends.merge(end(frame, seed), 1, Integer::sum);
        }

        assertThat(ends.keySet()).as("of %s", ends).containsExactlyInAnyOrder(End.values());
        assertThat(marksRead).isPositive();
    }

    private static String tampered(String frame, Random random) {
        int from = random.nextInt(frame.length() + 1);
        int to = Math.min(frame.length(), from + random.nextInt(12));
        String crumb = CRUMBS.get(random.nextInt(CRUMBS.size()));
        return switch (random.nextInt(5)) {
            case 0 -> frame.substring(0, from) + frame.substring(to);
            case 1 -> frame.substring(0, from) + crumb + frame.substring(from);
            case 2 -> frame.substring(0, from) + crumb + frame.substring(to);
            case 3 -> frame.substring(0, to) + frame.substring(from);
            default -> frame.substring(0, from) + (char) random.nextInt(Character.MAX_VALUE) + frame.substring(to);
        };
    }

    private End end(String frame, int seed) {
        JsonFields fields;
        try {
            fields = JsonFields.parse(frame);
        } catch (ProblemException refused) {
            requireDiscreet(refused, seed);
            return End.MALFORMED;
        } catch (RuntimeException | Error other) {
            throw new AssertionError("seed " + seed + ": expected a problem", other);
        }
        try {
            ClientFrame read = ClientFrame.read(fields);
            if (read instanceof ClientFrame.Send send) {
                NewMessage.read(send.message(), LIMITS);
            } else if (read instanceof ClientFrame.Mark mark) {
                NewMark marks = NewMark.read(mark.marks());
                assertThat(marks.read().isAfter(marks.delivered()))
                        .as("seed %d", seed)
                        .isFalse();
                marksRead++;
            }
            return End.READ;
        } catch (ProblemException refused) {
            requireDiscreet(refused, seed);
            return End.REFUSED;
        } catch (RuntimeException | Error other) {
            throw new AssertionError("seed " + seed + ": expected a problem", other);
        }
    }

    private static void requireDiscreet(ProblemException refused, int seed) {
        assertThat(refused.problem().document().toString()).as("seed %d", seed).doesNotContain(SECRET);
        assertThat(String.valueOf(refused.getMessage())).as("seed %d", seed).doesNotContain(SECRET);
    }
}
