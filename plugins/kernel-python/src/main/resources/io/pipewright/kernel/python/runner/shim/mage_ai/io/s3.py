"""Amazon S3 and stores that speak like it, through boto3."""

from mage_ai.io.config import ConfigKey
from mage_ai.io.object_files import ObjectFiles
from mage_ai.io.packages import load_package


class S3(ObjectFiles):
    """A client of S3; without arguments, with the credentials of the machine."""

    def __init__(self, verbose=True, **client):
        super().__init__(verbose)
        boto3 = load_package("boto3", "boto3", "use S3")
        self.client = boto3.client("s3", **{name: value for name, value in client.items() if value is not None})

    @classmethod
    def with_config(cls, config, **more):
        """With the settings `AWS_…` of a loader."""
        return cls(
            aws_access_key_id=config[ConfigKey.AWS_ACCESS_KEY_ID],
            aws_secret_access_key=config[ConfigKey.AWS_SECRET_ACCESS_KEY],
            aws_session_token=config[ConfigKey.AWS_SESSION_TOKEN],
            region_name=config[ConfigKey.AWS_REGION],
            endpoint_url=config[ConfigKey.AWS_ENDPOINT],
            **more
        )

    def exists(self, bucket_name, prefix, **_):
        """Whether there is an object whose key starts like that."""
        found = self.client.list_objects_v2(Bucket=bucket_name, Prefix=prefix, MaxKeys=1)
        return found.get("KeyCount", 0) > 0

    def _download(self, bucket, key, path):
        self.client.download_file(bucket, key, path)

    def _upload(self, path, bucket, key):
        self.client.upload_file(path, bucket, key)
