"""Google Cloud Storage, through google-cloud-storage."""

from mage_ai.io.google_credentials import credentials, from_config
from mage_ai.io.object_files import ObjectFiles
from mage_ai.io.packages import load_package


class GoogleCloudStorage(ObjectFiles):
    """A client of the store; without arguments, with the credentials of the environment."""

    def __init__(self, credentials_mapping=None, path_to_credentials=None, verbose=True, **client):
        super().__init__(verbose)
        storage = load_package("google.cloud.storage", "google-cloud-storage", "use Google Cloud Storage")
        client.setdefault("credentials", credentials(credentials_mapping, path_to_credentials))
        self.client = storage.Client(**client)

    @classmethod
    def with_config(cls, config, **more):
        """With the settings `GOOGLE_…` of a loader, else with those of the environment."""
        return cls(**from_config(config), **more)

    def exists(self, bucket_name, prefix):
        """Whether there is an object whose key starts like that."""
        return next(iter(self.client.list_blobs(bucket_name, prefix=prefix, max_results=1)), None) is not None

    def _download(self, bucket, key, path):
        self.client.bucket(bucket).blob(key).download_to_filename(path)

    def _upload(self, path, bucket, key):
        self.client.bucket(bucket).blob(key).upload_from_filename(path)
