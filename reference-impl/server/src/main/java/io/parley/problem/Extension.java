package io.parley.problem;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;

/** The typed extra member of a problem document; each type of problem has at most one, named in the catalogue. */
public sealed interface Extension {

    /** The member's name. */
    String name();

    /** The member's value, made of JSON's own types (and {@link Invalid}). */
    Object value();

    /**
     * A field, parameter or header that is missing or out of range.
     *
     * @param name where, as the contract writes it: {@code device.id}
     * @param expected what would be accepted; never what was sent
     */
    record Invalid(String name, String expected) {}

    /** Which fields are wrong. */
    record Errors(List<Invalid> errors) implements Extension {
        static final String NAME = "errors";

        /** Copies the list. */
        public Errors {
            errors = List.copyOf(errors);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Object value() {
            return errors;
        }
    }

    /** The methods that the address takes, sorted. */
    record Allow(List<String> methods) implements Extension {
        static final String NAME = "allow";

        /** Copies and sorts the list. */
        public Allow {
            methods = methods.stream().sorted().toList();
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Object value() {
            return methods;
        }
    }

    /** The limit that a body or frame exceeded. */
    record LimitBytes(int bytes) implements Extension {
        static final String NAME = "limitBytes";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Object value() {
            return bytes;
        }
    }

    /** The server's clock, so that a client can correct its own. */
    record ServerTime(Instant time) implements Extension {
        static final String NAME = "serverTime";

        private static final int MILLI_DIGITS = 3;
        private static final DateTimeFormatter MILLIS =
                new DateTimeFormatterBuilder().appendInstant(MILLI_DIGITS).toFormatter();

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Object value() {
            return MILLIS.format(time);
        }
    }

    /** Whole seconds to wait before a repeat; also the {@code Retry-After} header. */
    record RetryAfterSeconds(long seconds) implements Extension {
        static final String NAME = "retryAfterSeconds";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Object value() {
            return seconds;
        }
    }
}
