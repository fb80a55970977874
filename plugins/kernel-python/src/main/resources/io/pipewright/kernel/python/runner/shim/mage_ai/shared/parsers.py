"""Values of other kinds as tables."""


def convert_matrix_to_dataframe(matrix):
    """A matrix of SciPy or NumPy, or a list of rows, as a DataFrame with columns `col_0`, `col_1`, ...

    A DataFrame stays as it is.
    """
    import pandas

    if isinstance(matrix, pandas.DataFrame):
        return matrix
    if isinstance(matrix, pandas.Series):
        return matrix.to_frame()
    if hasattr(matrix, "toarray"):
        matrix = matrix.toarray()
    frame = pandas.DataFrame(matrix)
    frame.columns = ["col_%d" % i for i in range(frame.shape[1])]
    return frame
