package io.parley.site;

import io.parley.evidence.Evidence;
import io.parley.evidence.Traceability;
import io.parley.site.book.Book;
import io.parley.site.book.Chapter;
import io.parley.site.data.DecisionGaps;
import io.parley.site.data.DecisionRelations;
import io.parley.site.data.FaultRecords;
import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import io.parley.site.data.References;
import io.parley.site.data.RegisterCheck;
import io.parley.site.data.TestedIds;
import io.parley.site.data.Written;
import io.parley.site.deck.Decks;
import io.parley.site.html.Frame;
import io.parley.site.html.SearchIndex;
import io.parley.site.output.OutputCheck;
import io.parley.site.output.OutputFiles;
import io.parley.site.page.Blocks;
import io.parley.site.page.Page;
import io.parley.site.page.Pages;
import io.parley.site.text.Converter;
import io.parley.site.text.Drawing;
import io.parley.site.text.Engine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;

/** Makes the files of all parts in memory, one folder each, and checks them together. */
final class SiteBuild {

    private static final Map<String, String> ASSETS = Map.of(
            "site.css", "/io/parley/site/html/site.css",
            "site.js", "/io/parley/site/html/site.js",
            "lunr.js", "/META-INF/resources/webjars/lunr/2.3.9/lunr.min.js");

    private final Options options;
    private final Findings findings = new Findings();

    SiteBuild(Options options) {
        this.options = options;
    }

    /** What does not hold, after {@link #files()}. */
    List<String> findings() {
        return findings.all();
    }

    /** The files by path, whether or not there are findings. */
    OutputFiles files() throws IOException {
        // The converter takes seconds to start: it does so while the project is read.
        BackgroundTask<Engine> engine = BackgroundTask.start("engine", Engine::start);
        Project project = Project.read(options.project(), findings);
        new References(project).check(findings);
        new DecisionRelations(project.decisions()).check(findings);
        new DecisionGaps(project.gaps()).check(project.decisions(), findings);
        new RegisterCheck(project).check(findings);
        new TestedIds(project.catalogue())
                .check(options.project(), project.modules().directories(), findings);
        new FaultRecords(project.results()).check(project.limits(), findings);
        Evidence evidence = Evidence.read(options.project(), project.modules().directories(), options.buildStarted());
        boolean complete = new Completeness(options, project.modules(), evidence).decide(findings);
        Traceability traceability = new Traceability(project.catalogue(), project.gaps(), evidence, complete);
        traceability.errors().forEach(error -> findings.add("traceability", error));
        project.threats().register().unproven(evidence, complete).forEach(claim -> findings.add("threats", claim));

        new ProseCheck(project, findings).check();

        OutputFiles files = new OutputFiles();
        Map<String, Drawing> diagrams = new TreeMap<>(Diagrams.of(project.model()));
        diagrams.putAll(CapacityPlots.of(project.scenarios()));
        diagrams.putAll(LatencyPlot.of(project.results()));
        List<Page> pages = new Pages(project, traceability, evidence, findings).all();
        String buildLine = buildLine(project, evidence, complete);
        Findings ofBook = new Findings();
        BackgroundTask<byte[]> book;
        try (Converter converter =
                new Converter(engine.result(), project, traceability, evidence, diagrams, findings)) {
            // Slides load these from here; the what-if page has its own copy, because it also opens alone.
            files.putFolder("spec", options.project().resolve("spec/style"));
            List<Chapter> chapters = spec(files, pages, converter, buildLine);
            book = BackgroundTask.start("book", () -> Book.pdf(chapters, buildLine, ofBook));
            new Decks(project, converter, new Blocks(project, traceability, evidence, findings), findings).put(files);
        }
        WhatIf.put(files, options.project());
        files.put("spec/parley.pdf", book.result());
        findings.addAll(ofBook);
        new OutputCheck(files, new Written(options.project())::of, findings).check();
        return files;
    }

    private static List<Chapter> spec(OutputFiles files, List<Page> pages, Converter converter, String buildLine)
            throws IOException {
        for (Map.Entry<String, String> asset : ASSETS.entrySet()) {
            files.putResource("spec/" + asset.getKey(), asset.getValue());
        }
        Frame frame = new Frame(pages, buildLine);
        SearchIndex search = new SearchIndex();
        List<Chapter> chapters = new ArrayList<>();
        for (Page page : pages) {
            Document document = frame.around(page, converter.convert(page.place(), page.source()));
            files.put("spec/" + page.file(), document.outerHtml());
            search.add(page, document);
            chapters.add(new Chapter(page, document.expectFirst("article")));
        }
        files.put("spec/search-data.js", search.script());
        return chapters;
    }

    private static String buildLine(Project project, Evidence evidence, boolean complete) {
        String commit = project.history().commit();
        String built = commit.isEmpty() ? "Built from sources without a history." : "Built from commit " + commit + ".";
        if (evidence.modules().isEmpty()) {
            return built + " No test was run in this build.";
        }
        return built + (complete ? " All tests were run in this build." : " Some tests were not run in this build.");
    }
}
