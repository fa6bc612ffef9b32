package io.parley.threats;

/** A question that is asked of a place: the six of STRIDE (Kohnfelder and Garg, 1999), the seven of LINDDUN (Deng et al., 2011). */
public enum Category {
    SPOOFING(Framework.STRIDE, "S", "Spoofing", "Who pretends to be one of the ends?"),
    TAMPERING(Framework.STRIDE, "T", "Tampering", "Who changes what is carried?"),
    REPUDIATION(Framework.STRIDE, "R", "Repudiation", "Who denies what they did?"),
    DISCLOSURE(Framework.STRIDE, "I", "Information disclosure", "Who reads what is carried and should not?"),
    DENIAL(Framework.STRIDE, "D", "Denial of service", "Who makes the flow stop or the ends fail?"),
    ELEVATION(Framework.STRIDE, "E", "Elevation of privilege", "Who gets to do what only others may?"),
    LINKING(Framework.LINDDUN, "Li", "Linking", "What can be put together about one person?"),
    IDENTIFYING(Framework.LINDDUN, "Id", "Identifying", "How is a person told who wanted not to be?"),
    NON_REPUDIATION(Framework.LINDDUN, "Nr", "Non-repudiation", "What can be proven against a person?"),
    DETECTING(Framework.LINDDUN, "De", "Detecting", "What shows that something exists, without reading it?"),
    DATA_DISCLOSURE(Framework.LINDDUN, "Dd", "Data disclosure", "Is more collected, kept or shown than is needed?"),
    UNAWARENESS(
            Framework.LINDDUN, "Uu", "Unawareness and unintervenability", "What do people not know or not control?"),
    NON_COMPLIANCE(Framework.LINDDUN, "Nc", "Non-compliance", "Which duty of the operator is not met?");

    private final Framework framework;
    private final String code;
    private final String label;
    private final String question;

    Category(Framework framework, String code, String label, String question) {
        this.framework = framework;
        this.code = code;
        this.label = label;
        this.question = question;
    }

    public Framework framework() {
        return framework;
    }

    /** Last part of a threat's id. */
    public String code() {
        return code;
    }

    /** What pages print. */
    public String label() {
        return label;
    }

    /** What a person who assesses has to answer. */
    public String question() {
        return question;
    }
}
