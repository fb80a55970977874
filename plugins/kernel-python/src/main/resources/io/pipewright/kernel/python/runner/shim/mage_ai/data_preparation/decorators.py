"""The decorators that block files import; they register the functions of a block that runs."""

from pipewright.decorators import decorator

callback = decorator("callback")
condition = decorator("condition")
custom = decorator("custom")
data_exporter = decorator("data_exporter")
data_loader = decorator("data_loader")
data_source = decorator("data_source")
extension = decorator("extension")
on_failure = decorator("on_failure")
on_success = decorator("on_success")
preprocesser = decorator("preprocesser")
sensor = decorator("sensor")
test = decorator("test")
transformer = decorator("transformer")
