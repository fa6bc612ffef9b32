package io.parley.site;

import io.parley.evidence.Gap;
import io.parley.model.Element;
import io.parley.model.View;
import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import io.parley.site.text.UnitLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Holds also what people write beside the pages to the rule that numbers come by reference: README, model, gap register. */
final class ProseCheck {

    private static final List<String> TEXTS = List.of("README.md", "CHANGELOG.md");

    private final Project project;
    private final UnitLint lint;

    ProseCheck(Project project, Findings findings) {
        this.project = project;
        this.lint = new UnitLint(findings);
    }

    void check() throws IOException {
        for (String name : TEXTS) {
            Path file = project.root().resolve(name);
            lint.check(name, Files.readString(file));
        }
        for (Element element : project.model().elements()) {
            lint.checkText("workspace.dsl, " + element.id(), element.description());
        }
        for (View view : project.model().views()) {
            lint.checkText("workspace.dsl, view " + view.key(), view.title() + ". " + view.description());
        }
        for (Gap gap : project.gaps()) {
            String missing = gap.missing() == null ? "" : " " + gap.missing();
            lint.checkText("gaps.yaml, " + gap.id(), gap.reason() + missing);
        }
    }
}
