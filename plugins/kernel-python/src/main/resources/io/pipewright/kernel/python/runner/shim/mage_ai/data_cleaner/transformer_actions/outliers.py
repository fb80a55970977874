"""Leaves out rows with unusual numbers."""

_WHISKER = 1.5
_TREES = 100
_SKLEARN = "itree", "lof"


def remove_outliers(df, action):
    """Rows without unusual numbers in the columns.

    The option `method` is `itree` or `lof`, which need scikit-learn, or `auto`: a number is unusual there if it lies
    more than one and a half interquartile ranges below the first or above the third quartile.
    """
    method = action["action_options"].get("method", "auto")
    numbers = df[action["action_arguments"]].select_dtypes("number")
    if numbers.shape[1] == 0:
        return df
    if method == "auto":
        return df[~_beyond_whiskers(numbers).any(axis=1)]
    if method not in _SKLEARN:
        raise ValueError("The method %r is not known; these are: auto, itree, lof." % method)
    complete = numbers.dropna()
    usual = _detector(method, complete).fit_predict(complete) == 1
    return df.drop(index=complete.index[~usual])


def _beyond_whiskers(numbers):
    low, high = numbers.quantile(0.25), numbers.quantile(0.75)
    width = _WHISKER * (high - low)
    return (numbers < low - width) | (numbers > high + width)


def _detector(method, numbers):
    from mage_ai.io.packages import load_package

    share = min(max(float(_beyond_whiskers(numbers).any(axis=1).mean()), 0.001), 0.5)
    if method == "itree":
        ensemble = load_package("sklearn.ensemble", "scikit-learn", "find outliers with itree")
        return ensemble.IsolationForest(n_estimators=_TREES, contamination=share, random_state=0)
    neighbors = load_package("sklearn.neighbors", "scikit-learn", "find outliers with lof")
    return neighbors.LocalOutlierFactor(n_neighbors=max(1, min(20, len(numbers) - 1)), contamination=share)
