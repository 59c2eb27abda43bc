"""Serve traces to the process that measures: a situation in a line, its cost in a line."""

import gc
import json
import logging
import sys
import time

from openfisca_web_api.app import create_app

from benchmarks.bounds import peak_mb
from benchmarks.openfisca_wages import CountryTaxBenefitSystem

OK = 200


def main() -> None:
    """Answer until the input ends."""
    logging.disable(logging.WARNING)  # it warns that the package is not installed, only present
    client = create_app(CountryTaxBenefitSystem()).test_client()
    print("{}", flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        answer = {"peak_mb": peak_mb()}
        if request["situation"]:
            gc.collect()
            started = time.process_time()
            response = client.post(
                "/trace", data=request["situation"], content_type="application/json"
            )
            answer["seconds"] = time.process_time() - started
            if response.status_code != OK:
                sys.exit(response.get_data(as_text=True))
            if request["keep"]:
                trace = response.get_json()["trace"]
                answer["values"] = {key: node["value"][0] for key, node in trace.items()}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
