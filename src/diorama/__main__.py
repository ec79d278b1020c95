from diorama.cli import main

main()
