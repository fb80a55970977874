package io.pipewright.app.parts;

import io.pipewright.app.fx.Messages;
import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.project.BlockLanguage;
import io.pipewright.engine.project.BlockType;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// How a kind of block looks.
///
/// @param styleClass gives the colour of edge, icon and type name
/// @param type its type in words
/// @param language its language in words
public record BlockLook(Ikon icon, String styleClass, String type, String language) {

    public static BlockLook of(BlockKind kind) {
        if (kind.language() == BlockLanguage.SQL)
            return new BlockLook(Feather.DATABASE, "block-sql", typeName(kind), languageName(kind));
        return switch (kind.type()) {
            case DATA_LOADER -> look(kind, Feather.DOWNLOAD, "block-loader");
            case TRANSFORMER -> look(kind, Feather.SHUFFLE, "block-transformer");
            case DATA_EXPORTER -> look(kind, Feather.UPLOAD, "block-exporter");
            case SENSOR -> look(kind, Feather.RADIO, "block-sensor");
            case DBT -> look(kind, Feather.LAYERS, "block-sql");
            case CHART -> look(kind, Feather.BAR_CHART_2, "block-neutral");
            case MARKDOWN -> look(kind, Feather.FILE_TEXT, "block-neutral");
            case CUSTOM,
                    EXTENSION,
                    GLOBAL_DATA_PRODUCT,
                    CALLBACK,
                    CONDITIONAL,
                    SCRATCHPAD,
                    UNKNOWN ->
                    look(kind, Feather.BOX, "block-custom");
        };
    }

    private static BlockLook look(BlockKind kind, Ikon icon, String styleClass) {
        return new BlockLook(icon, styleClass, typeName(kind), languageName(kind));
    }

    private static String typeName(BlockKind kind) {
        if (kind.type() == BlockType.UNKNOWN) return kind.typeWord();
        return Messages.get("block.type." + kind.type().word());
    }

    private static String languageName(BlockKind kind) {
        if (kind.language() == BlockLanguage.UNKNOWN) return kind.languageWord();
        return Messages.get("block.language." + kind.language().word());
    }
}
