"""Steps between the spider and the store, one a file; `crawler.pipelines.steps` takes a finding through them.

Scrapy's own item pipelines are not used: its tasks, signals and log records cost more than all that the steps do.
"""
