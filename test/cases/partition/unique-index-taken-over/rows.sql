insert into log values (1,'a'),(2,'a');
