package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Bool;
import io.pipewright.engine.template.Num.Int;
import java.util.List;
import java.util.Optional;

/// `loop` inside a `for`.
final class LoopState extends HostObject {
    private final Looper looper;
    private final Scope around;
    private final List<Value> items;
    private final int depth;
    private int index = -1;
    private Optional<List<Value>> lastSeen = Optional.empty();

    LoopState(Looper looper, Scope around, List<Value> items, int depth) {
        this.looper = looper;
        this.around = around;
        this.items = items;
        this.depth = depth;
    }

    boolean advance() {
        return ++index < items.size();
    }

    Value current() {
        return items.get(index);
    }

    @Override
    Optional<Value> attribute(String name) {
        return switch (name) {
            case "index" -> Optional.of(Int.of(index + 1));
            case "index0" -> Optional.of(Int.of(index));
            case "revindex" -> Optional.of(Int.of(items.size() - index));
            case "revindex0" -> Optional.of(Int.of(items.size() - index - 1));
            case "first" -> Optional.of(Bool.of(index == 0));
            case "last" -> Optional.of(Bool.of(index == items.size() - 1));
            case "length" -> Optional.of(Int.of(items.size()));
            case "depth" -> Optional.of(Int.of(depth + 1));
            case "depth0" -> Optional.of(Int.of(depth));
            case "previtem" -> Optional.of(neighbour(index - 1, "there is no previous item"));
            case "nextitem" -> Optional.of(neighbour(index + 1, "there is no next item"));
            case "cycle" -> Optional.of(new Function("cycle", "*", a -> cycled(a.rest())));
            case "changed" -> Optional.of(new Function("changed", "*", a -> changed(a.rest())));
            default -> Optional.empty();
        };
    }

    private Value neighbour(int at, String problem) {
        var inside = at >= 0 && at < items.size();
        return inside ? items.get(at) : looper.renderer().rendering().undefined("", problem);
    }

    private Value cycled(List<Value> values) {
        if (values.isEmpty()) throw TemplateException.of("no items for cycling given");
        return values.get(index % values.size());
    }

    private Value changed(List<Value> values) {
        var changed = lastSeen.isEmpty() || !lastSeen.get().equals(values);
        if (changed) lastSeen = Optional.of(values);
        return Bool.of(changed);
    }

    @Override
    Value call(Arguments arguments) {
        if (!looper.loop().head().recursive()) {
            throw TemplateException.of(
                    "the loop is not recursive", "Write {% for … in … recursive %}");
        }
        var bound = Signature.of("items").bind("loop", arguments);
        return looper.again(bound.get(0), around, depth + 1);
    }

    @Override
    boolean isCallable() {
        return true;
    }

    @Override
    String printed() {
        return "<LoopContext " + (index + 1) + "/" + items.size() + ">";
    }

    @Override
    public String typeName() {
        return "LoopContext";
    }
}
