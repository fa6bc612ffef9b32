package io.parley.capacity.scenario;

/** Where the value of an input comes from. */
public sealed interface Origin {

    /** One word for it. */
    String word();

    /** Source or reason, as a reader needs it. */
    String text();

    /**
     * A document of the catalogue asks for it.
     *
     * @param source number of the document
     * @param says its words
     * @param readAs what we make of them where they give no number; may be empty
     */
    record Asked(String source, String says, String readAs) implements Origin {
        @Override
        public String word() {
            return "asked";
        }

        @Override
        public String text() {
            return "source " + source + ": “" + says + "”" + (readAs.isEmpty() ? "" : ", read as: " + readAs);
        }
    }

    /** A recorded measurement, by the id of its result. */
    record Measured(String result) implements Origin {
        @Override
        public String word() {
            return "measured";
        }

        @Override
        public String text() {
            return "result " + result;
        }
    }

    /** A limit of the public contract, by its id. */
    record Decided(String limit) implements Origin {
        @Override
        public String word() {
            return "decided";
        }

        @Override
        public String text() {
            return "limit " + limit;
        }
    }

    /** Nobody has measured it or asked for it; the reason says why it has this value. */
    record Assumed(String reason) implements Origin {
        @Override
        public String word() {
            return "assumed";
        }

        @Override
        public String text() {
            return reason;
        }
    }
}
