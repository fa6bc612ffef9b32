package io.parley.limits;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the data file; every key is taken exactly once, so that a key without accessor, or the reverse, is an error. */
final class LimitsFile {

    private static final String RESOURCE = "/io/parley/limits.yaml";

    private static final Set<String> TIMES = Set.of("s", "ms");

    private final Map<String, Map<?, ?>> untaken = new HashMap<>();

    private LimitsFile(List<?> entries) {
        for (Object entry : entries) {
            if (!(entry instanceof Map<?, ?> limit) || !(limit.get("id") instanceof String id)) {
                throw new IllegalStateException("limits.yaml: an entry without id, expected {id, value, unit, …}");
            }
            if (untaken.put(id, limit) != null) {
                throw new IllegalStateException("limits.yaml: " + id + " occurs twice");
            }
        }
    }

    static Limits readPackaged() {
        try (InputStream in = LimitsFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + RESOURCE);
            }
            return read(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE + " cannot be read", e);
        }
    }

    static Limits read(List<?> entries) {
        LimitsFile file = new LimitsFile(entries);
        Limits limits = file.limits();
        if (!file.untaken.isEmpty()) {
            throw new IllegalStateException("limits.yaml: nothing reads "
                    + file.untaken.keySet().stream().sorted().toList());
        }
        return limits;
    }

    private Limits limits() {
        return new Limits(
                new Limits.Log(
                        count("log.bucket-entries"),
                        count("log.id-window-entries"),
                        count("log.batch-entries-max"),
                        count("log.batch-bytes-max"),
                        count("log.queue-entries-max"),
                        count("log.queue-bytes-max"),
                        count("log.snapshot-every-entries")),
                new Limits.Time(seconds("time.skew-seconds")),
                new Limits.Token(
                        seconds("token.access-seconds"),
                        seconds("token.refresh-seconds"),
                        seconds("token.refresh-grace-seconds"),
                        seconds("token.session-cache-seconds"),
                        seconds("token.session-stale-max-seconds")),
                new Limits.Account(
                        count("account.username-chars-min"),
                        count("account.username-chars-max"),
                        count("account.password-code-points-min"),
                        count("account.password-code-points-max"),
                        count("account.display-name-chars-max"),
                        count("account.email-chars-max"),
                        count("account.device-name-chars-max")),
                new Limits.Contact(
                        count("contact.blocks-max"),
                        seconds("contact.block-cache-seconds"),
                        seconds("contact.block-stale-max-seconds")),
                new Limits.Conversation(
                        count("conversation.members-max"),
                        count("conversation.group-others-min"),
                        count("conversation.title-chars-max")),
                new Limits.Message(count("message.text-bytes-max"), count("message.edit-entries-max")),
                new Limits.Page(
                        count("page.default-entries"),
                        count("page.entries-max"),
                        count("page.bytes-max"),
                        count("page.in-work-of-user-max"),
                        count("page.in-work-max")),
                new Limits.Inbox(count("inbox.preview-chars-max"), seconds("inbox.resume-overlap-seconds")),
                new Limits.Receipt(seconds("receipt.coalesce-seconds"), count("receipt.named-members-max")),
                new Limits.Projection(
                        seconds("projection.coalesce-seconds"),
                        millis("projection.coalesce-member-millis"),
                        seconds("projection.lease-seconds"),
                        seconds("projection.dead-after-seconds"),
                        seconds("projection.repair-seconds-max"),
                        seconds("projection.retry-seconds-max"),
                        count("projection.save-entries")),
                new Limits.Http(
                        count("http.body-bytes-max"),
                        count("http.header-bytes-max"),
                        count("http.requests-of-user-max"),
                        count("http.requests-of-nobody-max"),
                        count("http.requests-of-address-max"),
                        count("http.requests-kept-for-new"),
                        count("http.bytes-per-second-min"),
                        seconds("http.rate-grace-seconds")),
                new Limits.Socket(
                        count("socket.frame-bytes-max"),
                        seconds("socket.authenticate-seconds"),
                        seconds("socket.ping-seconds-max"),
                        seconds("socket.silence-seconds-max"),
                        count("socket.pending-bytes-max"),
                        count("socket.in-flight-requests-max"),
                        count("socket.heads-per-frame-max")));
    }

    private Duration seconds(String id) {
        return Duration.ofSeconds(take(id, "s"));
    }

    private Duration millis(String id) {
        return Duration.ofMillis(take(id, "ms"));
    }

    private int count(String id) {
        return take(id, "");
    }

    /** @param time the unit of a time, empty for a count of whatever */
    private int take(String id, String time) {
        Map<?, ?> limit = untaken.remove(id);
        if (limit == null) {
            throw new IllegalStateException("limits.yaml: " + id + " is missing");
        }
        if (!(limit.get("value") instanceof Integer value) || value < 1) {
            throw new IllegalStateException("limits.yaml: " + id + ", expected a whole value from 1");
        }
        String unit = String.valueOf(limit.get("unit"));
        if (TIMES.contains(unit) ? !unit.equals(time) : !time.isEmpty()) {
            throw new IllegalStateException(
                    "limits.yaml: " + id + " has unit " + unit + ", expected " + (time.isEmpty() ? "a count" : time));
        }
        return value;
    }
}
