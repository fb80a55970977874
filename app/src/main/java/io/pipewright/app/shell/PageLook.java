package io.pipewright.app.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The icons of pages.
final class PageLook {

    private PageLook() {}

    static Ikon icon(Page page) {
        return switch (page) {
            case Page.Pipelines _, Page.OnePipeline _ -> Feather.GIT_BRANCH;
            case Page.Runs _ -> Feather.PLAY_CIRCLE;
        };
    }
}
