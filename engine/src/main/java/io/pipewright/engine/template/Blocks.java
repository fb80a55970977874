package io.pipewright.engine.template;

import java.util.List;
import java.util.Optional;

/// `self`: `self.title()` prints the block `title` again.
final class Blocks extends HostObject {
    private final Renderer renderer;
    private final List<Stmt> body;

    Blocks(Renderer renderer, List<Stmt> body) {
        this.renderer = renderer;
        this.body = body;
    }

    @Override
    Optional<Value> attribute(String name) {
        return body.stream()
                .filter(stmt -> stmt instanceof Stmt.Block block && block.name().equals(name))
                .findFirst()
                .map(block -> new Function(name, "", a -> printed((Stmt.Block) block)));
    }

    private Value printed(Stmt.Block block) {
        renderer.rendering().meter().enter();
        var text = renderer.block(block);
        renderer.rendering().meter().leave();
        return text;
    }

    @Override
    String printed() {
        return "<TemplateReference>";
    }

    @Override
    public String typeName() {
        return "TemplateReference";
    }
}
