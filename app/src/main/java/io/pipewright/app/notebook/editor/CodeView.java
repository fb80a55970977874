package io.pipewright.app.notebook.editor;

import io.pipewright.app.fx.Messages;
import io.pipewright.engine.project.BlockLanguage;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// A block's code with line numbers and colours, for reading. As high as its lines, up to a limit; then it scrolls.
public final class CodeView {

    private static final double LINE = 19;
    private static final double PADDING = 16;
    private static final int MOST_LINES = 40;

    private final CodeArea area = new CodeArea();
    private final VirtualizedScrollPane<CodeArea> pane = new VirtualizedScrollPane<>(area);
    private final Lexer lexer;

    /// @param name of the block, for screen readers
    public CodeView(BlockLanguage language, String name) {
        this.lexer = Lexer.of(language);
        area.setEditable(false);
        area.getStyleClass().add("code-view");
        area.setParagraphGraphicFactory(CodeView::lineNumber);
        area.setAccessibleText(Messages.get("notebook.code.accessible", name));
        area.addEventFilter(ScrollEvent.SCROLL, this::passOn);
        fitHeight(1);
    }

    public Node node() {
        return pane;
    }

    public void show(String text) {
        String shown = text.stripTrailing();
        area.replaceText(shown);
        if (!shown.isEmpty()) area.setStyleSpans(0, spans(shown));
        area.moveTo(0);
        fitHeight(area.getParagraphs().size());
    }

    /// Selects a line. The first is 1.
    public void selectLine(int line) {
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, 0);
        area.selectLine();
        area.requestFollowCaret();
        area.requestFocus();
    }

    /// How far below its upper edge a line is, or the last one that fits when it scrolls. The first is 1.
    public double depthOf(int line) {
        return PADDING / 2 + LINE * (Math.clamp(line, 1, MOST_LINES) - 1);
    }

    private StyleSpans<java.util.Collection<String>> spans(String text) {
        var spans = new StyleSpansBuilder<java.util.Collection<String>>();
        int at = 0;
        for (Token token : lexer.tokens(text)) {
            spans.add(List.of(), token.start() - at);
            spans.add(List.of(token.kind().styleClass()), token.end() - token.start());
            at = token.end();
        }
        spans.add(List.of(), text.length() - at);
        return spans.create();
    }

    private void fitHeight(int lines) {
        pane.setMinHeight(Math.min(lines, MOST_LINES) * LINE + PADDING);
        pane.setPrefHeight(pane.getMinHeight());
        pane.setMaxHeight(pane.getMinHeight());
    }

    // The area would keep every wheel turn for itself, also when all its lines are seen.
    private void passOn(ScrollEvent event) {
        boolean fits = area.getParagraphs().size() <= MOST_LINES;
        if (!fits || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) return;
        Optional.ofNullable(pane.getParent())
                .ifPresent(parent -> Event.fireEvent(parent, event.copyFor(parent, parent)));
        event.consume();
    }

    private static Node lineNumber(int paragraph) {
        var number = new Label(Integer.toString(paragraph + 1));
        number.getStyleClass().add("code-line-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        return number;
    }
}
