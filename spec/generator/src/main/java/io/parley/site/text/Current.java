package io.parley.site.text;

/** The text that is being converted: the converter sets it, macros ask for it. */
final class Current {

    private String place = "";
    private Medium medium = Medium.SITE;

    void set(String newPlace, Medium newMedium) {
        place = newPlace;
        medium = newMedium;
    }

    /** Where the text comes from, for findings. */
    String place() {
        return place;
    }

    Medium medium() {
        return medium;
    }
}
