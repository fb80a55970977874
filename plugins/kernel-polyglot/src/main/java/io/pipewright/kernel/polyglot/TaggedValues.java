package io.pipewright.kernel.polyglot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import java.math.BigInteger;
import java.util.function.UnaryOperator;

/// Values between stored JSON, which knows `NaN` and numbers of any length, and JavaScript, whose JSON does not: there
/// they are `{"$float": "NaN"}` and `{"$int": "123…"}`.
final class TaggedValues {

    private static final String FLOAT = "$float";
    private static final String INT = "$int";
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

    private TaggedValues() {}

    static JsonNode tag(JsonNode value) {
        if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue()))
            return Json.object().put(FLOAT, Double.toString(value.doubleValue()));
        if (value.isIntegralNumber() && value.bigIntegerValue().abs().compareTo(EXACT) > 0)
            return Json.object().put(INT, value.bigIntegerValue().toString());
        return mapped(value, TaggedValues::tag);
    }

    static JsonNode untag(JsonNode value) {
        if (value.size() == 1 && value.path(FLOAT).isTextual())
            return DoubleNode.valueOf(Double.parseDouble(value.path(FLOAT).textValue()));
        if (value.size() == 1 && value.path(INT).isTextual())
            return BigIntegerNode.valueOf(new BigInteger(value.path(INT).textValue()));
        return mapped(value, TaggedValues::untag);
    }

    private static JsonNode mapped(JsonNode value, UnaryOperator<JsonNode> change) {
        if (value instanceof ArrayNode list) {
            ArrayNode result = Json.array();
            list.forEach(item -> result.add(change.apply(item)));
            return result;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode result = Json.object();
            object.forEachEntry((key, item) -> result.set(key, change.apply(item)));
            return result;
        }
        return value;
    }
}
