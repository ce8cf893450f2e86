-- superuser, of the plan too
create subscription s connection 'host=b password=opensesame' publication one with (connect = false);
